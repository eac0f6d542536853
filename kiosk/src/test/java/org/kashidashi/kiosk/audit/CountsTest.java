package org.kashidashi.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class CountsTest {
  private final Counts counts = new Counts();

  @Test
  void countsByKindAndCase() {
    counts.add("{\"kind\":\"refusal_shown\",\"code\":\"E-101\",\"session\":1}");
    counts.add("{\"kind\":\"refusal_shown\",\"code\":\"E-101\",\"session\":2}");
    counts.add("{\"kind\":\"refusal_shown\",\"code\":\"E-103\",\"session\":3}");
    counts.add("{\"kind\":\"session_ended\",\"ending\":\"timed_out\",\"loans\":2}");
    counts.add("{\"kind\":\"practice_began\"}");

    assertEquals(
        Map.of(
            "refusal_shown", Map.of("E-101", 2, "E-103", 1),
            "session_ended", Map.of("timed_out", 1),
            "practice_began", Map.of("", 1)),
        counts.counts());
  }

  @Test
  void tellsHowLongNineOfTenTook() {
    for (int second = 1; second <= 10; second++) {
      counts.add("{\"kind\":\"stage_left\",\"stage\":\"lending\",\"milliseconds\":%d}"
          .formatted(second * 1_000));
    }

    assertEquals(Map.of("lending", new Counts.StageTime(10, 5_000, 9_000)), counts.stages());
  }

  @Test
  void countsWhatAPowerCutHasSpoilt() {
    counts.add("{\"kind\":\"refusal_sho");
    counts.add("");
    counts.add("[]");
    counts.add("{\"kind\":7}");
    counts.add("{\"kind\":\"stage_left\",\"stage\":\"lending\",\"milliseconds\":1e999999}");

    assertEquals(5, counts.unreadable());
    assertEquals(Map.of(), counts.counts());
    assertEquals(Map.of(), counts.stages());
  }

  /** What a damaged or foreign file holds must not fill a small heap. */
  @Test
  void kindsAndCasesHaveAnEnd() {
    Counts counts = new Counts();
    for (int number = 0; number < 5_000; number++) {
      counts.add("{\"kind\":\"refusal_shown\",\"code\":\"E-%d\"}".formatted(number));
      counts.add("{\"kind\":\"kind%d\"}".formatted(number));
      counts.add(
          "{\"kind\":\"stage_left\",\"stage\":\"s%d\",\"milliseconds\":1}".formatted(number));
    }
    assertEquals(100, counts.counts().size());
    assertEquals(100, counts.stages().size());
    Map<String, Integer> refusals = Objects.requireNonNull(counts.counts().get("refusal_shown"));
    assertEquals(201, refusals.size());
    assertEquals(5_000, refusals.values().stream().mapToInt(Integer::intValue).sum());
  }
}
