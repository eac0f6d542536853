package org.kashidashi.kiosk.bench;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.BasicTextImage;
import com.googlecode.lanterna.graphics.TextImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.kashidashi.hal.display.CellStyle;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.display.GlassSize;
import org.kashidashi.hal.display.Rotation;
import org.kashidashi.hal.display.TextSize;
import org.kashidashi.hal.driver.framebuffer.FramebufferDisplay;
import org.kashidashi.hal.driver.framebuffer.FramebufferSettings;

/** Paints on a frame buffer in memory as fast as it can, and prints how long that took. */
final class BusyPanel {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final int WARM_UP = 200;
  private static final int REPAINTS = 500;

  private BusyPanel() {}

  /** What one run gives: milliseconds, then megabytes. */
  record Figures(
      double firstMillis,
      double fullMedian,
      double fullP95,
      double lineMedian,
      double lineP95,
      double residentBefore,
      double residentAfter) {
    static Figures parse(String line) {
      double[] numbers =
          Arrays.stream(line.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
      return new Figures(
          numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]);
    }

    String line() {
      return DoubleStream.of(
              firstMillis, fullMedian, fullP95, lineMedian, lineP95, residentBefore, residentAfter)
          .mapToObj(Double::toString)
          .collect(Collectors.joining(" "));
    }
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory(Path.of("/dev/shm"), "kashidashi-panel");
    try {
      System.out.println(figures(folder).line());
    } finally {
      for (String name : List.of("fb0", "virtual_size", "bits_per_pixel", "stride")) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.delete(folder);
    }
  }

  private static Figures figures(Path folder) throws Exception {
    Files.writeString(folder.resolve("virtual_size"), WIDTH + "," + HEIGHT + "\n");
    Files.writeString(folder.resolve("bits_per_pixel"), "32\n");
    Files.writeString(folder.resolve("stride"), WIDTH * 4 + "\n");
    try (RandomAccessFile memory = new RandomAccessFile(folder.resolve("fb0").toFile(), "rw")) {
      memory.setLength(WIDTH * HEIGHT * 4L);
    }
    FramebufferSettings settings = new FramebufferSettings(
        folder.resolve("fb0"),
        folder,
        Rotation.NONE,
        GlassSize.UNKNOWN,
        TextSize::least,
        List.of(),
        FramebufferSettings.Ending.PICTURE_STAYS,
        FontList.debian());
    double before = residentMegabytes();
    long begin = System.nanoTime();
    try (FramebufferDisplay display = FramebufferDisplay.open(settings)) {
      TerminalSize size = display.size(TextSize.NORMAL);
      TextImage one = text(size, 0x4E00, TextColor.ANSI.WHITE_BRIGHT);
      display.show(one);
      long first = System.nanoTime() - begin;
      Samples full = samples(display, one, text(size, 0x5200, new TextColor.RGB(0xF0, 0xF8, 0xFF)));
      BasicTextImage line = text(size, 0x4E00, TextColor.ANSI.WHITE_BRIGHT);
      row(line, size.getRows() / 2, 0x5200, new TextColor.RGB(0xF0, 0xF8, 0xFF));
      Samples rows = samples(display, one, line);
      return new Figures(
          first / 1e6,
          full.median(),
          full.p95(),
          rows.median(),
          rows.p95(),
          before,
          residentMegabytes());
    }
  }

  private static Samples samples(FramebufferDisplay display, TextImage one, TextImage other)
      throws Exception {
    long[] durations = new long[REPAINTS];
    for (int i = -WARM_UP; i < REPAINTS; i++) {
      long begin = System.nanoTime();
      display.show(i % 2 == 0 ? other : one);
      if (i >= 0) {
        durations[i] = System.nanoTime() - begin;
      }
    }
    return new Samples(durations);
  }

  /** Some 200 different kanji, as a screen full of titles has. */
  private static BasicTextImage text(TerminalSize size, int from, TextColor paper) {
    BasicTextImage image = new BasicTextImage(size);
    for (int row = 0; row < size.getRows(); row++) {
      row(image, row, from, paper);
    }
    return image;
  }

  private static void row(BasicTextImage image, int row, int from, TextColor paper) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < image.getSize().getColumns() / 2; i++) {
      text.appendCodePoint(from + (row * 31 + i * 7) % 200);
    }
    Cells.put(
        image,
        0,
        row,
        Cells.fill(text.toString(), image.getSize().getColumns()),
        new CellStyle(TextColor.ANSI.BLACK, paper));
  }

  private static double residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .findFirst()
            .orElseThrow()
        / 1024.0;
  }
}
