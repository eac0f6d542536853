package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;
import org.kashidashi.sync.circulation.LoanFlag;
import org.kashidashi.sync.outbox.OutboxEntry;

/** Lending while the library system cannot be reached (screens.md 10, test 15). */
@ExtendWith(Stages.class)
final class CentralDownScenario {
  /** No retry waits longer. */
  private static final Duration RETRY = Duration.ofMinutes(5);

  @Test
  void refusesCardOfPatronWhoWasNeverSeenHere(KioskStage stage) throws Exception {
    stage.run().centralDown();
    stage.readCard(CardVariant.NORMAL, Library.PATRON);

    stage.run().expectRefusal("E-126");
    assertEquals(0, stage.loans());
  }

  @Test
  void refusesLibraryCardOfPatronWhoWasNeverSeenHere(KioskStage stage) throws Exception {
    stage.run().centralDown();
    stage.run().scan(Library.LIBRARY_CARD);

    stage.run().expectRefusal("E-126");
  }

  @Test
  void saysThatDueDatesAreProvisional(KioskStage stage) throws Exception {
    seenBefore(stage);
    stage.run().centralDown();
    stage.beginLending(Library.PATRON);
    stage.run().scan(Library.BOOK);
    assertTrue(stage.rows().contains("E-301"), stage.rows());
    stage.run().press(Action.FINISH_WITH_RECEIPT);

    assertTrue(stage.rows().contains("返却日は予定です"), stage.rows());
    List<String> receipt = stage.run().printer().printed().getFirst().lines();
    assertTrue(receipt.contains("返却日は予定です"), receipt.toString());
  }

  @Test
  void lendsBookThatItNeverSawAndSaysSo(KioskStage stage) throws Exception {
    seenBefore(stage);
    stage.run().centralDown();
    stage.borrow(Library.PATRON, Library.OTHER_BOOK);

    List<OutboxEntry> waiting = stage.run().services().store().pending(10);
    assertEquals(
        Set.of(LoanFlag.OFFLINE, LoanFlag.UNKNOWN_ITEM), waiting.getFirst().flags());
    backUp(stage);
    stage.run().expectConfirmed(1);
    assertEquals(
        "ON_LOAN_TO_PATRON", stage.central().status(Library.OTHER_BOOK, Library.LIBRARY_CARD));
  }

  @Test
  void loanOfItemInNoCatalogueIsKeptForStaff(KioskStage stage) throws Exception {
    seenBefore(stage);
    stage.run().centralDown();
    stage.borrow(Library.PATRON, Library.uncatalogued(1), Library.BOOK);
    backUp(stage);

    assertEquals(1, stage.outbox().quarantined());
    stage.run().expectConfirmed(1);
    assertEquals("ON_LOAN_TO_PATRON", stage.central().status(Library.BOOK, Library.LIBRARY_CARD));
  }

  @Test
  void remembersThatABookIsForReferenceOnly(KioskStage stage) throws Exception {
    stage.beginLending(Library.PATRON);
    stage.run().scan("1000000107");
    stage.run().press(Action.STOP);
    stage.run().centralDown();
    stage.beginLending(Library.PATRON);
    stage.run().scan("1000000107");

    stage.run().expectLine("E-205");
    assertEquals(0, stage.loans());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 25, 49})
  void loansOfAnOutageReachCentralOnceEach(int hours, KioskStage stage) throws Exception {
    seenBefore(stage);
    stage.run().centralDown();
    Library.BOOKS.forEach(item -> stage.borrowByLibraryCard(Library.LIBRARY_CARD, item));
    for (int hour = 0; hour < hours; hour++) {
      stage.run().pass(Duration.ofHours(1));
      stage.run().sync();
    }
    stage.run().expectConfirmed(0);
    backUp(stage);
    stage.run().sync();
    stage.run().pass(RETRY);
    stage.run().sync();

    stage.run().expectConfirmed(Library.BOOKS.size());
    assertEquals(Library.BOOKS.size(), stage.central().loansOut(Library.LIBRARY_CARD));
    for (String item : Library.BOOKS) {
      assertEquals("ON_LOAN_TO_PATRON", stage.central().status(item, Library.LIBRARY_CARD));
    }
  }

  @Test
  void goingAwayBetweenTwoBooksKeepsTheVisitGoing(KioskStage stage) throws Exception {
    stage.beginLending(Library.PATRON);
    stage.run().scan(Library.BOOKS.get(0));
    stage.run().centralDown();
    stage.run().scan(Library.BOOKS.get(1));
    stage.run().centralUp();
    stage.run().pass(Duration.ofSeconds(10));
    stage.run().scan(Library.BOOKS.get(2));
    stage.finish();
    backUp(stage);

    stage.run().expectConfirmed(3);
    assertEquals(3, stage.central().loansOut(Library.LIBRARY_CARD));
  }

  @Test
  void bookLentToAnotherMeanwhileIsAcceptedAndFiled(KioskStage stage) throws Exception {
    seenBefore(stage);
    stage.run().centralDown();
    // On loan to another since before; this kiosk never saw it.
    stage.borrow(Library.PATRON, "1000000131");
    backUp(stage);

    assertEquals(1, stage.outbox().confirmedWithException());
    assertEquals("ON_LOAN_TO_PATRON", stage.central().status("1000000131", Library.LIBRARY_CARD));
  }

  @Test
  void idleScreenSaysThatTheConnectionIsCut(KioskStage stage) throws Exception {
    stage.run().centralDown();
    stage.run().expect(Screen.Idle.class);
    assertTrue(stage.rows().contains("通信:切れています"), stage.rows());
    backUp(stage);

    assertTrue(stage.rows().contains("通信:正常"), stage.rows());
  }

  private static void seenBefore(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().press(Action.STOP);
    stage.run().expect(Screen.Idle.class);
  }

  private static void backUp(KioskStage stage) throws Exception {
    stage.run().centralUp();
    stage.run().pass(RETRY);
    stage.run().sync();
  }
}
