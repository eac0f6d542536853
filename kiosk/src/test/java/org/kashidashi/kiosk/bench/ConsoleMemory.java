package org.kashidashi.kiosk.bench;

import java.util.List;

/** Resident memory of a console whose technician has signed in and tried everything. */
final class ConsoleMemory implements Figure {
  private static final String WITH_KIOSK = "console.memory.mb";
  private static final String WITHOUT_KIOSK = "console.memory.alone.mb";
  private static final double GOAL = 90;

  @Override
  public List<String> names() {
    return List.of(WITH_KIOSK, WITHOUT_KIOSK);
  }

  @Override
  public List<Measurement> measure() throws Exception {
    try (ConsoleStation station = ConsoleStation.open()) {
      Resident signedIn = station.ofConsole();
      long _ = station.answer("mode maintenance");
      station.testAll();
      Resident with = station.ofConsole();
      station.stopKiosk();
      station.testAll();
      return List.of(
          measured(WITH_KIOSK, with, station, "after a sign-in %.1f".formatted(signedIn.whole())),
          measured(WITHOUT_KIOSK, station.ofConsole(), station, "no kiosk: it opens all itself"));
    }
  }

  private static Measurement measured(
      String name, Resident memory, ConsoleStation station, String more) {
    return Measurement.atMost(
        name,
        memory.whole(),
        "MB",
        GOAL,
        "%s; %s; its share %.1f, without files %.1f"
            .formatted(station.what(), more, memory.share(), memory.own()));
  }
}
