package org.kashidashi.kiosk.bench;

import java.io.IOException;
import java.util.List;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.Topic;
import org.kashidashi.kiosk.diagnosis.wire.DiagnosisClient;

/** What a kiosk takes more of memory because a console asks it everything for five minutes. */
final class ConsoleLoad implements Figure {
  private static final String NAME = "memory.growth_by_console.mb";
  private static final double GOAL = 2;

  /** Every two seconds for five minutes, as a console polls during a trial. */
  private static final int POLLS = 150;

  @Override
  public List<String> names() {
    return List.of(NAME);
  }

  @Override
  public List<Measurement> measure() throws Exception {
    try (ConsoleStation station = ConsoleStation.open();
        DiagnosisClient client = new DiagnosisClient(List.of(station.socket()), System::nanoTime)) {
      Resident before = station.ofKiosk();
      poll(client, 1);
      Resident first = station.ofKiosk();
      poll(client, POLLS);
      Resident after = station.ofKiosk();
      poll(client, POLLS);
      Resident later = station.ofKiosk();
      return List.of(Measurement.atMost(
          NAME,
          later.whole() - after.whole(),
          "MB",
          GOAL,
          "in the second five minutes; %.1f, then %.1f after the first question of each kind, %.1f"
                  .formatted(before.whole(), first.whole(), after.whole())
              + " after five minutes, %.1f after ten".formatted(later.whole())));
    }
  }

  private static void poll(Diagnosis kiosk, int times) throws DiagnosisException, IOException {
    for (int i = 0; i < times; i++) {
      kiosk.health();
      for (Topic topic : Topic.values()) {
        kiosk.facts(topic);
      }
    }
  }
}
