package org.kashidashi.kiosk.bench;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.TextImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.Display;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.display.GlassSize;
import org.kashidashi.hal.display.PanelGeometry;
import org.kashidashi.hal.display.Rotation;
import org.kashidashi.hal.display.TextSize;
import org.kashidashi.hal.driver.evdev.EvdevTouch;
import org.kashidashi.hal.driver.evdev.EvdevTouchSettings;
import org.kashidashi.hal.driver.evdev.InputDevices;
import org.kashidashi.hal.driver.evdev.InputRule;
import org.kashidashi.hal.driver.framebuffer.FramebufferDisplay;
import org.kashidashi.hal.driver.framebuffer.FramebufferSettings;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.SimPrinter;
import org.kashidashi.hal.sim.SimScanner;
import org.kashidashi.hal.sim.SimSignal;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.hal.supervisor.NoSupervisor;
import org.kashidashi.kiosk.app.Devices;
import org.kashidashi.kiosk.app.Panel;
import org.kashidashi.kiosk.app.RunningKiosk;
import org.kashidashi.kiosk.app.Wiring;
import org.kashidashi.kiosk.app.demo.DemoStation;

/**
 * From the lift of a finger in a recorded stream to the last byte of the next screen in the frame
 * buffer file, through the whole kiosk: 開始 and やめる in turn.
 */
final class TouchRepaint implements Figure {
  private static final String NAME = "touch.to_repaint.p95.ms";
  private static final int WARM_UP = 40;
  private static final int TAPS = 200;
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final long PATIENCE_SECONDS = 10;

  @Override
  public List<String> names() {
    return List.of(NAME);
  }

  @Override
  public List<Measurement> measure() throws Exception {
    Path folder = Files.createTempDirectory("kashidashi-bench");
    Path input = Files.createDirectory(folder.resolve("input"));
    Path station = Files.createDirectory(folder.resolve("station"));
    try (FramebufferDisplay framebuffer = FramebufferDisplay.open(frameBuffer(folder));
        RecordedPanel panel = RecordedPanel.plug(input)) {
      EvdevTouch touch = new EvdevTouch(
          EvdevTouchSettings.of(InputRule.named("recorded panel"), Rotation.NONE),
          framebuffer.geometry(TextSize.NORMAL),
          new InputDevices(input, panel));
      Watched display = new Watched(framebuffer);
      return List.of(Measurement.atMost(
          NAME,
          new Samples(run(station, display, touch, panel, framebuffer.geometry(TextSize.NORMAL)))
              .p95(),
          "ms",
          50,
          "%d taps on %d x %d".formatted(TAPS, WIDTH, HEIGHT)));
    }
  }

  private static long[] run(
      Path folder, Watched display, EvdevTouch touch, RecordedPanel panel, PanelGeometry geometry)
      throws Exception {
    Clock clock = DemoStation.clock();
    SecureRandom random = new SecureRandom();
    try (DemoStation station = DemoStation.open(folder, clock, random);
        Wiring wiring = Wiring.open(
            station.configuration(),
            new Wiring.Surroundings(clock, System::nanoTime, SimTimeSource.trusted(), random));
        SimCardReader reader = SimCardReader.inRealTime("simulated reader");
        SimScanner scanner = SimScanner.pluggedIn("simulated scanner");
        touch) {
      SimPrinter printer = new SimPrinter(station.configuration().printer().columns());
      RunningKiosk kiosk = new RunningKiosk(
          wiring.manner(),
          new Devices(reader, scanner, printer, new SimSignal()),
          wiring.services(),
          clock,
          new NoSupervisor());
      Thread running = Thread.ofPlatform().name("kiosk").start(() -> {
        int _ = kiosk.run(Panel.of(display, touch), _ -> false);
      });
      try {
        return taps(display, panel, geometry);
      } finally {
        kiosk.stop();
        running.join();
      }
    }
  }

  private static long[] taps(Watched display, RecordedPanel panel, PanelGeometry geometry)
      throws InterruptedException, IOException {
    long[] durations = new long[TAPS];
    Painted now = display.next();
    for (int tap = -WARM_UP; tap < TAPS; tap++) {
      // The session goes on drawing after the first picture of a screen: the last one counts.
      now = display.latest(now);
      TerminalPosition cell = find(now.image(), tap % 2 == 0 ? "開始" : "やめる");
      double x = (geometry.left() + (cell.getColumn() + 1) * geometry.cellWidth()) / (double) WIDTH;
      double y = (geometry.top() + (cell.getRow() + 0.5) * geometry.cellHeight()) / HEIGHT;
      panel.down(x, y);
      long begin = System.nanoTime();
      panel.up();
      now = display.next();
      if (tap >= 0) {
        durations[tap] = now.nanos() - begin;
      }
    }
    return durations;
  }

  private static TerminalPosition find(TextImage image, String wanted) {
    TerminalSize size = image.getSize();
    for (int row = size.getRows() - 1; row >= 0; row--) {
      for (int column = 0; column < size.getColumns(); column++) {
        if (text(image, column, row, wanted.length()).equals(wanted)) {
          return new TerminalPosition(column, row);
        }
      }
    }
    throw new IllegalStateException("no '%s' on the screen to touch, but%n%s"
        .formatted(wanted, String.join("\n", Cells.rows(image))));
  }

  private static String text(TextImage image, int column, int row, int letters) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < letters && column + 2 * i < image.getSize().getColumns(); i++) {
      text.append(image.getCharacterAt(column + 2 * i, row).getCharacterString());
    }
    return text.toString();
  }

  private static FramebufferSettings frameBuffer(Path folder) throws IOException {
    Path sysfs = Files.createDirectory(folder.resolve("fb0-sysfs"));
    Files.writeString(sysfs.resolve("virtual_size"), "%d,%d\n".formatted(WIDTH, HEIGHT));
    Files.writeString(sysfs.resolve("bits_per_pixel"), "32\n");
    Files.writeString(sysfs.resolve("stride"), "%d\n".formatted(WIDTH * 4));
    Path device = folder.resolve("fb0");
    Files.write(device, new byte[WIDTH * HEIGHT * 4]);
    return new FramebufferSettings(
        device,
        sysfs,
        Rotation.NONE,
        GlassSize.UNKNOWN,
        TextSize::least,
        List.of(),
        FramebufferSettings.Ending.PICTURE_STAYS,
        FontList.debian());
  }

  private record Painted(TextImage image, long nanos) {}

  /** Says when each picture was in the frame buffer. */
  private static final class Watched implements Display {
    private final Display display;
    private final BlockingQueue<Painted> painted = new LinkedBlockingQueue<>();

    Watched(Display display) {
      this.display = display;
    }

    @Override
    public TerminalSize size(TextSize text) {
      return display.size(text);
    }

    @Override
    public void show(TextImage image) throws DisplayException {
      display.show(image);
      painted.add(new Painted(image, System.nanoTime()));
    }

    @Override
    public void close() {
      // Whoever opened the display closes it.
    }

    Painted next() throws InterruptedException {
      Painted next = painted.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new IllegalStateException("no picture came in %d s".formatted(PATIENCE_SECONDS));
      }
      return next;
    }

    /** The last picture so far. */
    Painted latest(Painted before) {
      List<Painted> later = new ArrayList<>();
      painted.drainTo(later);
      return later.isEmpty() ? before : later.getLast();
    }
  }
}
