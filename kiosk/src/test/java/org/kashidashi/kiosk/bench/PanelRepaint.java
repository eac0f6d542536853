package org.kashidashi.kiosk.bench;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Painting a panel of 1280 x 800 pixels, in a process with the kiosk's own options. */
final class PanelRepaint implements Figure {
  private static final String FULL = "display.full_repaint.ms";
  private static final String LINE = "display.line_repaint.ms";

  @Override
  public List<String> names() {
    return List.of(FULL, LINE);
  }

  @Override
  public List<Measurement> measure() throws Exception {
    List<String> command = new ArrayList<>(List.of("java"));
    command.addAll(List.of(KioskProcess.options().split(" ", -1)));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), BusyPanel.class.getName()));
    Process panel = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try (BufferedReader lines = panel.inputReader(StandardCharsets.UTF_8)) {
      BusyPanel.Figures figures = BusyPanel.Figures.parse(String.valueOf(lines.readLine()));
      String resident = String.format(
          Locale.ROOT,
          "first image %.0f ms; the process %.0f MB with text, %.0f MB without",
          figures.firstMillis(),
          figures.residentAfter(),
          figures.residentBefore());
      return List.of(
          Measurement.atMost(
              FULL,
              figures.fullMedian(),
              "ms",
              16,
              "every cell changes; p95 %.2f; ".formatted(figures.fullP95()) + resident),
          Measurement.atMost(
              LINE,
              figures.lineMedian(),
              "ms",
              2,
              "one row changes; p95 %.2f".formatted(figures.lineP95())));
    } finally {
      panel.destroy();
    }
  }
}
