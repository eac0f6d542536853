package org.kashidashi.kiosk.bench;

import com.google.gson.GsonBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Measures the figures, prints them as a table, and writes them as JSON. */
public final class Bench {
  private static final List<Figure> FIGURES = List.of(
      new CardReadSize(),
      new CardReadTime(),
      new DurableLoan(),
      new TwentyItems(),
      new LinkTime(),
      new RenewalRate(),
      new FirstScreen(),
      new CachedStart(),
      new Memory(),
      new ConsoleAnswer(),
      new ConsoleMemory(),
      new ConsoleLoad(),
      new PanelRepaint(),
      new TouchRepaint(),
      new PackageSize(),
      new MachineStart());

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("").setLevel(Level.SEVERE);
    List<String> wanted = new ArrayList<>(List.of(arguments));
    int json = wanted.indexOf("--json");
    Path file = json >= 0 ? Path.of(wanted.get(json + 1)) : Path.of("");
    if (json >= 0) {
      wanted.subList(json, json + 2).clear();
    }
    List<String> known =
        FIGURES.stream().flatMap(figure -> figure.names().stream()).toList();
    for (String name : wanted) {
      if (!known.contains(name)) {
        System.err.printf("unknown figure '%s'; there are: %s%n", name, String.join(", ", known));
        System.exit(2);
      }
    }
    System.out.printf(
        "%-38s %12s %-8s %-16s %-5s %s%n", "figure", "value", "unit", "goal", "holds", "against");
    List<Measurement> all = new ArrayList<>();
    for (Figure figure : FIGURES) {
      if (wanted.isEmpty() || figure.names().stream().anyMatch(wanted::contains)) {
        all.addAll(measured(figure));
      }
    }
    if (json >= 0) {
      Files.writeString(file, json(all));
    }
    System.exit(all.stream().allMatch(Measurement::holds) ? 0 : 1);
  }

  private static List<Measurement> measured(Figure figure) throws Exception {
    try {
      List<Measurement> measured = figure.measure();
      measured.forEach(measurement -> System.out.println(measurement.row()));
      return measured;
    } catch (SkippedException skipped) {
      System.out.printf(
          "%s: skipped, %s%n", String.join(", ", figure.names()), skipped.getMessage());
      return List.of();
    }
  }

  private static String json(List<Measurement> all) {
    Map<String, Map<String, Object>> figures = new LinkedHashMap<>();
    for (Measurement measurement : all) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("value", measurement.value());
      fields.put("unit", measurement.unit());
      fields.put("goal", measurement.goal());
      fields.put("holds", measurement.holds());
      fields.put("against", measurement.against());
      figures.put(measurement.name(), fields);
    }
    return new GsonBuilder().setPrettyPrinting().create().toJson(figures) + "\n";
  }
}
