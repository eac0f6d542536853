package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;

/** A patron who has gone, or only thinks (screens.md 9, T1; 10, tests 1 and 11). */
@ExtendWith(Stages.class)
final class QuietPatronScenario {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration NEARLY_QUIET = Duration.ofSeconds(59);
  private static final Duration WARNING = Duration.ofSeconds(30);

  @Test
  void isAskedAfterSixtySeconds(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().pass(NEARLY_QUIET);
    stage.run().expect(Screen.Lending.class);
    stage.run().pass(SECOND);

    stage.run().expect(Screen.StillThere.class);
  }

  @Test
  void withoutAnAnswerTheSessionEndsAfterThirtySecondsMore(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().pass(NEARLY_QUIET.plus(SECOND).plus(WARNING).minus(SECOND));
    stage.run().expect(Screen.StillThere.class);
    stage.run().pass(SECOND);

    stage.run().expect(Screen.Idle.class);
    assertEquals("timed_out", ending(stage));
  }

  @Test
  void loansStayWhenTheSessionTimesOutAndNoReceiptIsPrinted(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    Library.BOOKS.forEach(stage.run()::scan);
    stage.run().pass(Duration.ofSeconds(90));
    stage.run().expect(Screen.Idle.class);
    stage.run().expectShown("借りた本 3点 は 登録されています");
    stage.run().sync();

    stage.run().expectConfirmed(3);
    assertEquals(List.of(), stage.run().printer().printed());
  }

  @Test
  void mayGoOnAnyNumberOfTimes(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    for (int time = 0; time < 3; time++) {
      stage.run().pass(Duration.ofSeconds(60 + 29));
      stage.run().expect(Screen.StillThere.class);
      stage.run().press(Action.GO_ON);
      stage.run().expect(Screen.Lending.class);
    }
    stage.run().scan(Library.BOOK);

    assertEquals(1, stage.lending().account().lentNow());
  }

  @Test
  void endsAtOnceWhenThePatronSaysSo(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().pass(Duration.ofSeconds(60));
    stage.run().press(Action.FINISH);

    stage.run().expect(Screen.Idle.class);
    assertEquals("stopped", ending(stage));
  }

  @ParameterizedTest
  @ValueSource(strings = {Library.BOOK, Library.ISBN, "?", Library.LIBRARY_CARD})
  void isNotQuietWhileScanning(String scan, KioskStage stage) {
    stage.beginLending(Library.PATRON);
    for (int time = 0; time < 2; time++) {
      stage.run().pass(NEARLY_QUIET);
      stage.run().scan(scan);
    }

    stage.run().expect(Screen.Lending.class);
  }

  @Test
  void isNotQuietWhileMovingACard(KioskStage stage) {
    stage.run().press(Action.START);
    for (int time = 0; time < 2; time++) {
      stage.run().pass(NEARLY_QUIET);
      stage.run().placeCard(CardVariant.NORMAL, Library.PATRON);
      stage.run().pass(NEARLY_QUIET);
      stage.run().liftCard();
    }

    stage.run().expect(Screen.CardPrompt.class);
  }

  @Test
  void scanAnswersTheQuestion(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().pass(Duration.ofSeconds(75));
    stage.run().scan(Library.BOOK);

    assertEquals(1, stage.lending().account().lentNow());
    assertEquals(60, stage.lending().secondsLeft());
  }

  @Test
  void openHelpDoesNotKeepTheSession(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().kiosk().type('*');
    stage.run().expect(Screen.Help.class);
    stage.run().pass(Duration.ofSeconds(60));
    stage.run().expect(Screen.StillThere.class);
    stage.run().pass(WARNING);

    stage.run().expect(Screen.Idle.class);
  }

  @Test
  void refusalDoesNotStandForEver(KioskStage stage) {
    stage.readCard(CardVariant.NORMAL, 20);
    stage.run().expectRefusal("E-101");
    stage.run().liftCard();
    stage.run().pass(Duration.ofSeconds(90));

    stage.run().expect(Screen.Idle.class);
  }

  @Test
  void lastScreenLeavesByItselfAfterTenSeconds(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().scan(Library.BOOK);
    stage.run().press(Action.FINISH_WITH_RECEIPT);
    stage.run().pass(Duration.ofSeconds(9));
    stage.run().expect(Screen.Finished.class);
    stage.run().pass(SECOND);

    stage.run().expect(Screen.Idle.class);
  }

  @Test
  void nothingOfThePatronIsLeftOnTheFirstScreen(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().scan(Library.BOOK);
    stage.run().pass(Duration.ofSeconds(90));

    assertTrue(!stage.rows().contains(Library.MASKED) && !stage.rows().contains(Library.TITLE));
  }

  private static String ending(KioskStage stage) {
    return stage.audited("session_ended").getLast().get("ending").getAsString();
  }
}
