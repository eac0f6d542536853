package org.kashidashi.kiosk.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.kashidashi.hal.driver.evdev.AxisRange;
import org.kashidashi.hal.driver.evdev.AxisState;
import org.kashidashi.hal.driver.evdev.DeviceDescription;
import org.kashidashi.hal.driver.evdev.DeviceQuestions;
import org.kashidashi.hal.driver.evdev.EventFile;
import org.kashidashi.hal.driver.evdev.ProductId;

/** A multi-touch panel (protocol B) whose touches are written into a FIFO. */
final class RecordedPanel implements DeviceQuestions, AutoCloseable {
  private static final int RANGE = 16384;
  private static final int X = 0x35;
  private static final int Y = 0x36;
  private static final int TRACKING = 0x39;

  private final FileChannel channel;
  private final ByteBuffer events = ByteBuffer.allocate(24 * 8).order(ByteOrder.nativeOrder());
  private long micros;

  private RecordedPanel(FileChannel channel) {
    this.channel = channel;
  }

  /** A panel whose event file lies in this folder. */
  static RecordedPanel plug(Path folder) throws IOException, InterruptedException {
    Path fifo = folder.resolve("event0");
    if (new ProcessBuilder("mkfifo", fifo.toString()).inheritIO().start().waitFor() != 0) {
      throw new IOException("mkfifo " + fifo);
    }
    return new RecordedPanel(
        FileChannel.open(fifo, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /** Puts a finger down, at a share of width and height. */
  void down(double x, double y) throws IOException {
    micros += 500_000;
    put(3, TRACKING, (int) (micros % 65_536));
    put(3, X, (int) (x * RANGE));
    put(3, Y, (int) (y * RANGE));
    write();
  }

  void up() throws IOException {
    micros += 80_000;
    put(3, TRACKING, -1);
    write();
  }

  @Override
  public DeviceDescription describe(EventFile file) {
    return new DeviceDescription(
        "recorded panel", new ProductId(0x222a, 1), Set.of(0x14a), Set.of(0x2f, X, Y, TRACKING));
  }

  @Override
  public AxisState axis(EventFile file, int axis) {
    return new AxisState(0, new AxisRange(0, RANGE - 1));
  }

  @Override
  public Set<Integer> heldKeys(EventFile file) {
    return Set.of();
  }

  @Override
  public Set<Integer> lights(EventFile file) {
    return Set.of();
  }

  @Override
  public List<Integer> slots(EventFile file, int axis) {
    return axis == TRACKING ? List.of(-1) : List.of(0);
  }

  @Override
  public void useMonotonicTime(EventFile file) {
    // The recording carries its own time.
  }

  @Override
  public void grab(EventFile file) {
    // Nobody else reads the FIFO.
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void put(int type, int code, int value) {
    events.putLong(micros / 1_000_000).putLong(micros % 1_000_000);
    events.putShort((short) type).putShort((short) code).putInt(value);
  }

  private void write() throws IOException {
    put(0, 0, 0);
    channel.write(events.flip());
    events.clear();
  }
}
