package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.kiosk.screen.Choice;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;
import org.kashidashi.kiosk.session.Offers.Service;
import org.kashidashi.kiosk.session.OwnLoan;
import org.kashidashi.kiosk.session.OwnLoan.Fate;
import org.kashidashi.kiosk.session.PutBack;

/** What a patron does at the machine with the loans they have already (screens.md 7, 10 to 13). */
final class OwnLoansScenario {
  /** Has one item on loan, which may be prolonged. */
  private static final String BORROWERS_CARD = "9999900898";

  private static final String LOAN = "1000000131";
  private static final String TITLE = "旅の手帖";

  /** On the hold shelf for {@link Library#PATRON}. */
  private static final String OWN_HOLD = "1000000180";

  @TempDir
  private Path folder = Path.of("");

  @Test
  void renewsAnOwnLoanOnceAndSaysWhyNotTwice() throws Exception {
    try (KioskStage stage = KioskStage.offering(folder, Service.OWN_LOANS, Service.LOAN_TITLES)) {
      stage.run().scan(BORROWERS_CARD);
      stage.run().press(Action.OWN_LOANS);
      assertEquals(List.of(Fate.OUT), fates(stage));
      assertTrue(stage.rows().contains(TITLE), stage.rows());

      stage.run().press(Action.PICK_1);
      assertEquals(List.of(Fate.RENEWED), fates(stage));
      stage.run().expectShown("延長しました");

      stage.run().press(Action.CLOSE_HELP);
      stage.run().press(Action.OWN_LOANS);
      stage.run().press(Action.PICK_1);
      assertEquals(List.of(Fate.NOT_LATER), fates(stage));
      stage.run().press(Action.CLOSE_HELP);
      stage.run().expect(Screen.Lending.class);
      assertEquals(List.of("renewed", "not_later"), fatesAudited(stage));
    }
  }

  @Test
  void scanOfAnOwnBookRenewsItAndAnotherOneIsLent() throws Exception {
    try (KioskStage stage = KioskStage.offering(folder, Service.OWN_LOANS)) {
      stage.run().scan(Library.NEIGHBOURS_LIBRARY_CARD);
      stage.run().press(Action.OWN_LOANS);
      stage.run().expectShown("借りている本は ありません");
      stage.run().scan(Library.BOOK);

      assertEquals(1, stage.lending().account().lentNow());
    }
  }

  @Test
  void titlesStayHiddenUnlessTheLibraryShowsThem() throws Exception {
    try (KioskStage stage = KioskStage.offering(folder, Service.OWN_LOANS)) {
      stage.run().scan(BORROWERS_CARD);
      stage.run().press(Action.OWN_LOANS);

      assertFalse(stage.printed().contains(TITLE));
      assertFalse(stage.rows().contains(LOAN), stage.rows());
      assertTrue(stage.rows().contains(LOAN.substring(6)), stage.rows());
    }
  }

  @Test
  void whatTheLibraryDoesNotOfferIsNotShown() throws Exception {
    try (KioskStage stage = KioskStage.offering(folder)) {
      stage.run().scan(Library.LIBRARY_CARD);
      stage.run().scan(Library.BOOK);
      List<Action> offered =
          stage.lending().choices().stream().map(Choice::action).toList();
      assertEquals(
          List.of(Action.FINISH_WITH_RECEIPT, Action.FINISH_WITHOUT_RECEIPT, Action.LARGE_TEXT),
          offered);
    }
  }

  @Test
  void libraryThatDoesNotAnswerIsSaidSoAndBorrowingGoesOn() throws Exception {
    try (KioskStage stage = KioskStage.offering(folder, Service.OWN_LOANS, Service.RETURN)) {
      stage.run().scan(Library.LIBRARY_CARD);
      stage.run().centralDown();
      stage.run().press(Action.OWN_LOANS);
      stage.run().expectShown("いまは 調べられません");
      stage.run().press(Action.CLOSE_HELP);
      stage.run().press(Action.GIVE_BACK);
      stage.run().scan(Library.BOOK);
      assertEquals(List.of(PutBack.Outcome.NOT_ANSWERED), outcomes(stage));
      stage.run().press(Action.CLOSE_HELP);
      stage.run().expect(Screen.Lending.class);
    }
  }

  @Test
  void lastLoanIsTakenBackHereAndInCentral() throws Exception {
    try (KioskStage stage = KioskStage.offering(folder, Service.CANCEL)) {
      stage.run().scan(Library.LIBRARY_CARD);
      stage.run().scan(Library.BOOK);
      stage.run().scan(Library.OTHER_BOOK);
      stage.run().press(Action.CANCEL_LAST);
      assertEquals(1, stage.lending().account().lentNow());
      assertTrue(stage.rows().contains("取消"), stage.rows());
      stage.finish();
      stage.run().sync();

      assertEquals("AVAILABLE", stage.central().status(Library.OTHER_BOOK, Library.LIBRARY_CARD));
      assertEquals(1, stage.central().loansOut(Library.LIBRARY_CARD));
      assertEquals(1, stage.audited("loan_taken_back").size());
    }
  }

  @Test
  void whatWasTakenBackOfflineNeverReachesThePatronsAccount() throws Exception {
    try (KioskStage stage = KioskStage.offering(folder, Service.CANCEL)) {
      stage.run().scan(Library.LIBRARY_CARD);
      stage.run().centralDown();
      stage.run().scan(Library.BOOK);
      stage.run().press(Action.CANCEL_LAST);
      assertEquals(0, stage.lending().account().lentNow());
      stage.run().scan(Library.BOOK);
      assertEquals(1, stage.lending().account().lentNow(), stage.rows());
      stage.run().press(Action.CANCEL_LAST);
      stage.run().press(Action.STOP);
      stage.run().centralUp();
      stage.run().pass(Duration.ofMinutes(30));
      stage.run().sync();

      assertEquals(0, stage.outbox().pending());
      assertEquals("AVAILABLE", stage.central().status(Library.BOOK, Library.LIBRARY_CARD));
    }
  }

  @Test
  void itemIsGivenBackProvisionally() throws Exception {
    try (KioskStage stage = KioskStage.offering(folder, Service.OWN_LOANS, Service.RETURN)) {
      stage.run().scan(BORROWERS_CARD);
      stage.run().press(Action.GIVE_BACK);
      stage.run().scan(LOAN);
      stage.run().scan(Library.BOOK);
      stage.run().scan(Library.ISBN);
      assertEquals(
          List.of(PutBack.Outcome.TAKEN, PutBack.Outcome.NOT_ON_LOAN, PutBack.Outcome.NO_ITEM),
          outcomes(stage));
      stage.run().press(Action.CLOSE_HELP);
      stage.run().press(Action.OWN_LOANS);

      assertEquals(List.of(Fate.GIVEN_BACK), fates(stage));
      assertEquals("ON_LOAN_TO_PATRON", stage.central().status(LOAN, BORROWERS_CARD));
      assertEquals(
          1,
          stage.audited("item_put_back").stream()
              .filter(line -> line.toString().contains("taken"))
              .count());
    }
  }

  @Test
  void itemIsTakenBackOnceAndNotThatOfThisSession() throws Exception {
    try (KioskStage stage = KioskStage.offering(folder, Service.RETURN)) {
      stage.run().scan(BORROWERS_CARD);
      stage.run().scan(Library.BOOK);
      stage.run().press(Action.GIVE_BACK);
      stage.run().scan(LOAN);
      stage.run().scan(LOAN);
      stage.run().scan(Library.BOOK);

      assertEquals(List.of(PutBack.Outcome.TAKEN, PutBack.Outcome.JUST_LENT), outcomes(stage));
      assertEquals(1, stage.audited("item_put_back").size());
    }
  }

  @Test
  void whatWasTakenBackIsNotAmongTheOwnLoans() throws Exception {
    try (KioskStage stage = KioskStage.offering(folder, Service.OWN_LOANS, Service.CANCEL)) {
      stage.run().scan(Library.LIBRARY_CARD);
      stage.run().scan(Library.BOOK);
      stage.run().sync();
      assertEquals("ON_LOAN_TO_PATRON", stage.central().status(Library.BOOK, Library.LIBRARY_CARD));
      stage.run().press(Action.CANCEL_LAST);
      stage.run().press(Action.OWN_LOANS);

      assertEquals(List.of(), fates(stage));
    }
  }

  /** Koha bug 29543: a self-check that takes back anybody's loan. */
  @Test
  void loanOfAnotherPersonIsNeverTakenBackNorRenewed() throws Exception {
    try (KioskStage stage = KioskStage.offering(folder, Service.OWN_LOANS, Service.RETURN)) {
      stage.run().scan(Library.LIBRARY_CARD);
      stage.run().press(Action.GIVE_BACK);
      stage.run().scan(LOAN);
      assertEquals(List.of(PutBack.Outcome.NOT_ON_LOAN), outcomes(stage));
      stage.run().press(Action.CLOSE_HELP);
      stage.run().press(Action.OWN_LOANS);
      assertEquals(List.of(), fates(stage));
      stage.run().scan(LOAN);
      stage.run().expectLine("E-208");

      assertEquals(List.of(), stage.audited("renewal_wished"));
      assertEquals("ON_LOAN_TO_PATRON", stage.central().status(LOAN, BORROWERS_CARD));
    }
  }

  @Test
  void ownReservedBookIsLentWhereTheLibraryAllowsIt() throws Exception {
    try (KioskStage stage = KioskStage.offering(folder, Service.OWN_HOLDS)) {
      stage.run().scan(Library.LIBRARY_CARD);
      stage.run().scan(OWN_HOLD);
      assertEquals(1, stage.lending().account().lentNow(), stage.rows());
      stage.run().expectShown("予約の本です");
      stage.finish();
      stage.run().sync();

      assertEquals("ON_LOAN_TO_PATRON", stage.central().status(OWN_HOLD, Library.LIBRARY_CARD));
    }
  }

  @Test
  void quietPatronIsAskedAndLeavesNothingBehind() throws Exception {
    try (KioskStage stage = KioskStage.offering(folder, Service.OWN_LOANS, Service.LOAN_TITLES)) {
      stage.run().scan(BORROWERS_CARD);
      stage.run().press(Action.OWN_LOANS);
      stage.run().pass(Duration.ofSeconds(61));
      stage.run().expect(Screen.StillThere.class);
      assertFalse(stage.rows().contains(TITLE), stage.rows());
      stage.run().press(Action.GO_ON);
      stage.run().expect(Screen.OwnLoans.class);
      stage.run().pass(Duration.ofSeconds(95));
      stage.run().expect(Screen.Idle.class);
    }
  }

  private static List<Fate> fates(KioskStage stage) {
    return assertInstanceOf(Screen.OwnLoans.class, stage.run().kiosk().screen()).shown().stream()
        .map(OwnLoan::fate)
        .toList();
  }

  private static List<PutBack.Outcome> outcomes(KioskStage stage) {
    return assertInstanceOf(Screen.Returning.class, stage.run().kiosk().screen()).lines().stream()
        .map(PutBack::outcome)
        .toList();
  }

  private static List<String> fatesAudited(KioskStage stage) throws Exception {
    return stage.audited("renewal_wished").stream()
        .map(line -> line.get("fate").getAsString())
        .toList();
  }
}
