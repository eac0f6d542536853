package org.kashidashi.hal.driver.evdev;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A device that is played into a FIFO in place of its event file. */
final class RecordedDevice implements AutoCloseable {
  private final Path path;
  private final Path description;
  private final FileChannel channel;
  private long nanos = 1_000_000_000;

  private RecordedDevice(Path path, Path description, FileChannel channel) {
    this.path = path;
    this.description = description;
    this.channel = channel;
  }

  /** Plugs the device that was recorded under this name. */
  static RecordedDevice plug(Path folder, int number, String recording) {
    return plug(folder, number, recording, "");
  }

  /** Plugs one that says something more about itself: lines of its description, which go first. */
  static RecordedDevice plug(Path folder, int number, String recording, String more) {
    Path path = folder.resolve("event" + number);
    Path description = folder.resolve("event" + number + ".device");
    try {
      Files.writeString(description, more + resource(recording + ".device"));
      // Whole at once: a device that is there has somebody at its other end.
      Path fifo = folder.resolve("fifo" + number);
      Process process =
          new ProcessBuilder("mkfifo", fifo.toString()).inheritIO().start();
      if (process.waitFor() != 0) {
        throw new IOException("mkfifo " + fifo);
      }
      FileChannel channel =
          FileChannel.open(fifo, StandardOpenOption.READ, StandardOpenOption.WRITE);
      Files.move(fifo, path, StandardCopyOption.ATOMIC_MOVE);
      return new RecordedDevice(path, description, channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A folder that a bench has for itself, beside what a single test plugs. */
  static Path newFolder(Path parent, String name) {
    try {
      return Files.createDirectory(parent.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String resource(String name) {
    try (InputStream stream = RecordedDevice.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new AssertionError("no recording " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return path;
  }

  /** Plays a recording; time goes on from where it was. */
  void play(String recording) {
    long begin = nanos;
    for (String line : resource(recording + ".events").lines().toList()) {
      if (!line.startsWith("#")) {
        List<Integer> event =
            List.of(line.split(" ")).stream().map(Integer::valueOf).toList();
        nanos = begin + event.get(0) * 1_000_000L;
        send(event.get(1), event.get(2), event.get(3));
      }
    }
    pass(100);
  }

  void pass(long millis) {
    nanos += millis * 1_000_000;
  }

  void send(int type, int code, int value) {
    ByteBuffer event = ByteBuffer.allocate(InputEvent.BYTES).order(ByteOrder.nativeOrder());
    event.putLong(nanos / 1_000_000_000).putLong(nanos % 1_000_000_000 / 1_000);
    event.putShort((short) type).putShort((short) code).putInt(value);
    write(event.array());
  }

  void sync() {
    send(EventCode.EV_SYN, EventCode.SYN_REPORT, 0);
  }

  void key(int code, int value) {
    send(EventCode.EV_KEY, code, value);
    sync();
    pass(1);
  }

  void press(int code) {
    key(code, 1);
    key(code, 0);
  }

  /** A finger of a single-touch panel. */
  void finger(int x, int y, boolean down) {
    send(EventCode.EV_ABS, EventCode.ABS_X, x);
    send(EventCode.EV_ABS, EventCode.ABS_Y, y);
    send(EventCode.EV_KEY, EventCode.BTN_TOUCH, down ? 1 : 0);
    sync();
  }

  /** The device says something else about itself from now on; the line goes first. */
  void say(String line) {
    try {
      Files.writeString(description, line + "\n" + Files.readString(description));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(byte... octets) {
    try {
      channel.write(ByteBuffer.wrap(octets));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Pulls the plug. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(description);
      Files.deleteIfExists(path);
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
