package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;

/** Two cards that change places faster than anybody looks: nobody gets another's session. */
@ExtendWith(Stages.class)
final class SwappedCardScenario {
  @Test
  void swappedBeforeReadingIsTheSecondPatrons(KioskStage stage) {
    stage.run().press(Action.START);
    stage.run().placeCard(CardVariant.NORMAL, Library.PATRON);
    swapForNeighbour(stage);
    stage.run().press(Action.READ_CARD);

    stage.run().expect(Screen.TakeCard.class);
    assertTrue(stage.rows().contains(Library.NEIGHBOUR_MASKED), stage.rows());
    assertFalse(stage.printed().contains(Library.MASKED));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void swappedWhileReadIsTheSecondPatronsAlone(int command, KioskStage stage) {
    SimCard second = neighbour(stage);
    SimCard first = stage.run().station().card(CardVariant.NORMAL, Library.PATRON);
    stage.run().press(Action.START);
    AtomicInteger answered = new AtomicInteger();
    stage.run().reader().insert(first.behind(sent -> {
      ResponseApdu response = first.transmit(sent);
      if (answered.incrementAndGet() == command) {
        stage.run().reader().swap(second);
      }
      return response;
    }));
    stage.run().kiosk().settle();
    stage.run().press(Action.READ_CARD);

    assertFalse(stage.printed().contains(Library.MASKED), stage.rows());
    assertEquals(1, stage.audited("patron_identified").size());
    assertTrue(stage.printed().contains(Library.NEIGHBOUR_MASKED), stage.rows());
  }

  @Test
  void swappedAfterReadingEndsTheFirstPatronsSession(KioskStage stage) {
    stage.readCard(CardVariant.NORMAL, Library.PATRON);
    stage.run().expect(Screen.TakeCard.class);
    swapForNeighbour(stage);

    assertFalse(stage.rows().contains(Library.MASKED), stage.rows());
    stage.run().scan(Library.BOOK);
    stage.run().press(Action.READ_CARD);
    assertTrue(stage.rows().contains(Library.NEIGHBOUR_MASKED), stage.rows());
    assertEquals(0, stage.loans());
  }

  @Test
  void cardPlacedBetweenTwoBooksHoldsTheScansUntilThePatronGoesOn(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().scan(Library.BOOK);
    stage.run().placeCard(CardVariant.NORMAL, Library.NEIGHBOUR);
    stage.run().expect(Screen.StillThere.class);
    stage.run().scan(Library.OTHER_BOOK);
    stage.run().expect(Screen.StillThere.class);
    assertEquals(1, stage.loans());
    stage.run().press(Action.GO_ON);
    stage.run().scan(Library.OTHER_BOOK);

    assertEquals(2, stage.lending().account().lentNow());
  }

  @Test
  void nextPatronEndsTheListThatWasLeftOpenAndBorrowsOnTheirOwn(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().scan(Library.BOOK);
    stage.run().placeCard(CardVariant.NORMAL, Library.NEIGHBOUR);
    stage.run().press(Action.FINISH);
    stage.run().press(Action.FINISH);
    stage.run().expect(Screen.TakeCard.class);
    stage.run().liftCard();
    stage.borrow(Library.NEIGHBOUR, Library.OTHER_BOOK);
    stage.run().sync();

    assertEquals(1, stage.central().loansOut(Library.LIBRARY_CARD));
    assertEquals(1, stage.central().loansOut(Library.NEIGHBOURS_LIBRARY_CARD));
  }

  @Test
  void swappedAfterStoppingBeginsTheSecondPatronsSession(KioskStage stage) {
    stage.readCard(CardVariant.NORMAL, Library.PATRON);
    stage.run().press(Action.STOP);
    stage.run().expect(Screen.TakeCard.class);
    swapForNeighbour(stage);

    stage.run().expect(Screen.CardPrompt.class);
    stage.run().press(Action.READ_CARD);
    assertTrue(stage.rows().contains(Library.NEIGHBOUR_MASKED), stage.rows());
    assertEquals(2, stage.audited("session_began").size());
  }

  @Test
  void swappedWhileLeftBehindBeginsTheSecondPatronsSession(KioskStage stage) {
    stage.readCard(CardVariant.NORMAL, Library.PATRON);
    stage.run().pass(Duration.ofSeconds(20));
    stage.run().expect(Screen.CardLeft.class);
    swapForNeighbour(stage);

    stage.run().expect(Screen.CardPrompt.class);
    stage.run().press(Action.READ_CARD);
    assertTrue(stage.rows().contains(Library.NEIGHBOUR_MASKED), stage.rows());
  }

  @Test
  void nextPatronsCardDuringTheLastScreenBeginsTheirOwnSession(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().scan(Library.BOOK);
    stage.run().press(Action.FINISH_WITHOUT_RECEIPT);
    stage.run().expect(Screen.Finished.class);
    stage.run().placeCard(CardVariant.NORMAL, Library.NEIGHBOUR);

    stage.run().expect(Screen.CardPrompt.class);
    stage.run().press(Action.READ_CARD);
    assertTrue(stage.rows().contains(Library.NEIGHBOUR_MASKED), stage.rows());
    assertEquals(1, stage.audited("session_ended").size());
  }

  private static SimCard neighbour(KioskStage stage) {
    return stage.run().station().card(CardVariant.NORMAL, Library.NEIGHBOUR);
  }

  private static void swapForNeighbour(KioskStage stage) {
    stage.run().reader().swap(neighbour(stage));
    stage.run().kiosk().settle();
  }
}
