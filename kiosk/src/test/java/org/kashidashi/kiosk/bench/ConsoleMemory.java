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
    // The signed library in a folder of Maven's takes more than the one that is shipped.
    var _ = BuiltPackage.newest();
    try (ConsoleStation station = ConsoleStation.open()) {
      Resident signedIn = station.ofConsole();
      long _ = station.answer("mode maintenance");
      station.testAll();
      Resident with = station.ofConsole();
      station.stopKiosk();
      station.testAll();
      Resident alone = station.ofConsole();
      return List.of(
          Measurement.atMost(
              WITH_KIOSK,
              with.whole(),
              "MB",
              GOAL,
              "%s; after a sign-in %.1f; %s"
                  .formatted(station.what(), signedIn.whole(), parts(with))),
          Measurement.plain(
              WITHOUT_KIOSK,
              alone.whole(),
              "MB",
              "then without a kiosk, once more all, with the devices its own; " + parts(alone)));
    }
  }

  private static String parts(Resident memory) {
    return "its share %.1f, without files %.1f".formatted(memory.share(), memory.own());
  }
}
