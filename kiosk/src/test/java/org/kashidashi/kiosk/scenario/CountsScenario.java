package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.kiosk.app.KioskCommand;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;

/** What a library learns of the use of its kiosk (screens.md 8, item 14). */
@ExtendWith(Stages.class)
final class CountsScenario {
  private static final int UNLINKED = 20;

  @Test
  void refusalsTimeoutsPracticeAndStepsAreCounted(KioskStage stage) {
    stage.readCard(CardVariant.NORMAL, UNLINKED);
    stage.run().liftCard();
    stage.leaveRefusal();
    stage.borrow(Library.PATRON, Library.BOOK, Library.OTHER_BOOK);
    stage.beginLending(Library.NEIGHBOUR);
    stage.run().pass(Duration.ofSeconds(91));
    stage.run().expect(Screen.Idle.class);
    stage.run().press(Action.PRACTICE);
    stage.run().press(Action.READ_CARD);
    stage.run().press(Action.STOP);

    List<String> counts = counts(stage, "--month", "2026-11");
    assertTrue(counts.contains("refusal_shown,E-101,1,,"), counts.toString());
    assertTrue(counts.contains("session_ended,timed_out,1,,"), counts.toString());
    assertTrue(counts.contains("session_ended,finished,1,,"), counts.toString());
    assertTrue(counts.contains("practice_began,,1,,"), counts.toString());
    assertTrue(counts.contains("loan_made,,2,,"), counts.toString());
    assertTrue(
        counts.stream().anyMatch(line -> line.startsWith("step,lending,2,")), counts.toString());
    assertFalse(String.join("\n", counts).contains("120"), counts.toString());
  }

  @Test
  void monthWithoutAnythingIsEmpty(KioskStage stage) {
    assertEquals(List.of("what,case,count,median_s,slow_s"), counts(stage, "--month", "1999-01"));
  }

  private static List<String> counts(KioskStage stage, String... options) {
    Path config = stage.folder().resolve("kiosk.toml");
    return KioskCommand.output("counts", config, options);
  }
}
