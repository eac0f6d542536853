package org.kashidashi.kiosk.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kashidashi.kiosk.diagnosis.Topic;

/** From Enter to the next prompt, of the console's own process on a terminal, for every command that only looks. */
final class ConsoleAnswer implements Figure {
  private static final String NAME = "console.answer.p95.ms";

  /** Once each, so that classes are loaded: a technician meets that once. */
  private static final int WARM_UP = 1;

  private static final int ROUNDS = 15;

  @Override
  public List<String> names() {
    return List.of(NAME);
  }

  @Override
  public List<Measurement> measure() throws Exception {
    List<String> commands = commands();
    try (ConsoleStation station = ConsoleStation.open()) {
      long[] first = new long[commands.size()];
      long[] durations = new long[commands.size() * ROUNDS];
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        for (int i = 0; i < commands.size(); i++) {
          long duration = station.answer(commands.get(i));
          if (round < 0) {
            first[i] = duration;
          } else {
            durations[round * commands.size() + i] = duration;
          }
        }
      }
      Samples samples = new Samples(durations);
      return List.of(Measurement.atMost(
          NAME,
          samples.p95(),
          "ms",
          100,
          "%d answers of %d commands on %s; median %.1f, longest %.1f; the first of each up to %.0f"
              .formatted(
                  durations.length,
                  commands.size(),
                  station.what(),
                  samples.median(),
                  samples.milliseconds(1),
                  new Samples(first).milliseconds(1))));
    }
  }

  private static List<String> commands() {
    List<String> commands = new ArrayList<>(List.of("show health", "show config"));
    Arrays.stream(Topic.values())
        .map(topic -> "show " + topic.name().toLowerCase(Locale.ROOT))
        .forEach(commands::add);
    commands.addAll(List.of(
        "mode",
        "queue list",
        "config show",
        "config show session",
        "config diff",
        "config check",
        "log tail",
        "help",
        "help config",
        "no such command"));
    return commands;
  }
}
