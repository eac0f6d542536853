package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;

/** れんしゅう: everything happens but the loan (screens.md 8, item 19). */
@ExtendWith(Stages.class)
final class PracticeScenario {
  private static final String BAND = "れんしゅう です";

  @Test
  void playsWholeLoanAndLendsNothing(KioskStage stage) {
    stage.run().press(Action.PRACTICE);
    stage.run().expect(Screen.CardPrompt.class);
    stage.run().expectShown(BAND);
    stage.run().press(Action.READ_CARD);
    stage.run().expect(Screen.Lending.class);
    Library.BOOKS.forEach(stage.run()::scan);
    assertEquals(3, stage.lending().account().lentNow());
    stage.run().press(Action.FINISH_WITH_RECEIPT);
    stage.run().expect(Screen.Finished.class);
    stage.run().expectShown(BAND);
    stage.run().press(Action.FINISH);
    stage.run().expect(Screen.Idle.class);

    assertEquals(0, stage.loans());
    assertEquals(0, stage.outbox().pending());
    assertEquals(0, stage.run().printer().printed().size());
    assertEquals(1, stage.audited("practice_began").size());
    assertEquals(0, stage.audited("session_began").size());
    assertEquals(0, stage.audited("loan_made").size());
    assertFalse(stage.rows().contains(BAND));
  }

  @Test
  void readsNoCardThatLiesThere(KioskStage stage) {
    stage.run().press(Action.PRACTICE);
    stage.run().placeCard(CardVariant.NORMAL, 20);
    stage.run().press(Action.READ_CARD);
    stage.run().expect(Screen.TakeCard.class);
    stage.run().liftCard();
    stage.run().expect(Screen.Lending.class);
  }

  @Test
  void nextPatronBorrowsInEarnest(KioskStage stage) {
    stage.run().press(Action.PRACTICE);
    stage.run().press(Action.READ_CARD);
    stage.run().scan(Library.BOOK);
    stage.run().press(Action.FINISH_WITHOUT_RECEIPT);
    stage.run().expect(Screen.Finished.class);
    stage.run().press(Action.FINISH);
    stage.borrow(Library.PATRON, Library.BOOK);

    assertEquals(1, stage.loans());
  }

  @Test
  void endsByItselfWhenNobodyIsThere(KioskStage stage) {
    stage.run().press(Action.PRACTICE);
    stage.run().press(Action.READ_CARD);
    stage.run().pass(Duration.ofSeconds(91));
    stage.run().expect(Screen.Idle.class);
    assertFalse(stage.rows().contains(BAND));
  }
}
