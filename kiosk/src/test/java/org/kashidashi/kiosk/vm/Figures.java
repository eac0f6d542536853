package org.kashidashi.kiosk.vm;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What was measured on the way. */
final class Figures {
  private final Map<String, Map<String, Object>> figures = new LinkedHashMap<>();

  /** A figure that is held to nothing by itself. */
  void plain(String name, double value, String unit) {
    add(name, value, unit, "", true);
  }

  void atMost(String name, double value, String unit, double goal) {
    add(name, value, unit, String.format(Locale.ROOT, "at most %.4g", goal), value <= goal);
  }

  private void add(String name, double value, String unit, String goal, boolean holds) {
    Map<String, Object> figure = new LinkedHashMap<>();
    figure.put("value", value);
    figure.put("unit", unit);
    figure.put("goal", goal);
    figure.put("holds", holds);
    figure.put("against", "");
    figures.put(name, figure);
    System.out.printf(
        Locale.ROOT, "%-28s %10.3f %-3s %-16s %s%n", name, value, unit, goal, holds ? "" : "NO");
  }

  void write(Path file) throws IOException {
    Files.writeString(file, new GsonBuilder().setPrettyPrinting().create().toJson(figures) + "\n");
  }
}
