package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;

/** The barcode of the library card as the second way in. */
@ExtendWith(Stages.class)
final class LibraryCardScenario {
  @Test
  void borrowsWithoutTouchingTheCardReader(KioskStage stage) {
    stage.run().scan(Library.LIBRARY_CARD);
    stage.run().scan(Library.BOOK);
    stage.finish();

    assertEquals(1, stage.loans());
    assertEquals(List.of(), stage.run().reader().sent());
    assertEquals(
        "library_card", stage.audited("patron_identified").getFirst().get("way").getAsString());
  }

  @Test
  void startStopCharactersOfTheBarcodeDoNotMatter(KioskStage stage) {
    stage.run().scan("A" + Library.LIBRARY_CARD + "A");

    stage.run().expect(Screen.Lending.class);
    assertTrue(stage.rows().contains(Library.MASKED));
  }

  /** screens.md 10, test 4. */
  @Test
  void unknownNumberIsRefusedAndMayBeTriedAgain(KioskStage stage) {
    stage.run().scan(Library.UNKNOWN_LIBRARY_CARD);
    stage.run().expectRefusal("E-127");
    stage.run().press(Action.TRY_AGAIN);
    stage.run().expect(Screen.LibraryCardPrompt.class);
    stage.run().scan(Library.LIBRARY_CARD);

    stage.run().expect(Screen.Lending.class);
    assertFalse(stage.printed().contains(Library.UNKNOWN_LIBRARY_CARD));
  }

  @Test
  void misreadNumberAsksForAnotherScan(KioskStage stage) {
    stage.run().press(Action.START);
    stage.run().press(Action.USE_LIBRARY_CARD);
    stage.run().scan("9999900121");

    stage.run().expect(Screen.LibraryCardPrompt.class);
    stage.run().expectShown("読み取れません。もう一度読ませてください");
  }

  @Test
  void helpsWhoseCardIsNotLinked(KioskStage stage) {
    stage.readCard(CardVariant.NORMAL, 20);
    stage.run().expectRefusal("E-101");
    stage.run().press(Action.USE_LIBRARY_CARD);
    stage.run().liftCard();
    stage.run().scan(Library.LIBRARY_CARD);
    stage.run().scan(Library.BOOK);

    assertEquals(1, stage.lending().account().lentNow());
  }

  @Test
  void anothersLibraryCardEndsTheSessionBefore(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().scan(Library.BOOK);
    stage.run().scan(Library.NEIGHBOURS_LIBRARY_CARD);
    stage.run().scan(Library.OTHER_BOOK);
    stage.finish();
    stage.run().sync();

    assertEquals(1, stage.central().loansOut(Library.LIBRARY_CARD));
    assertEquals(1, stage.central().loansOut(Library.NEIGHBOURS_LIBRARY_CARD));
  }

  @Test
  void ownLibraryCardDuringTheSessionChangesNothing(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().scan(Library.BOOK);
    stage.run().scan(Library.LIBRARY_CARD);

    assertEquals(1, stage.lending().account().lentNow());
    assertEquals(1, stage.audited("session_began").size());
  }
}
