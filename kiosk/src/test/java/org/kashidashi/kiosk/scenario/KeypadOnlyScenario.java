package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.kiosk.screen.Screen;

/** Everything without touching the panel (screens.md 9, number keys; 10, test 20). */
@ExtendWith(Stages.class)
final class KeypadOnlyScenario {
  @Test
  void borrowsWithNumberKeys(KioskStage stage) {
    type(stage, '1', Screen.CardPrompt.class);
    stage.run().placeCard(CardVariant.NORMAL, Library.PATRON);
    type(stage, '1', Screen.TakeCard.class);
    stage.run().liftCard();
    Library.BOOKS.forEach(stage.run()::scan);
    type(stage, '1', Screen.Finished.class);
    type(stage, '1', Screen.Idle.class);

    assertEquals(3, stage.loans());
    assertEquals(1, stage.run().printer().printed().size());
  }

  @Test
  void borrowsWithHashAndZero(KioskStage stage) {
    type(stage, '#', Screen.CardPrompt.class);
    stage.run().placeCard(CardVariant.NORMAL, Library.PATRON);
    type(stage, '#', Screen.TakeCard.class);
    stage.run().liftCard();
    stage.run().scan(Library.BOOK);
    stage.run().pass(Duration.ofSeconds(60));
    type(stage, '#', Screen.Lending.class);
    type(stage, '0', Screen.Finished.class);
    type(stage, '0', Screen.Idle.class);

    assertEquals(1, stage.loans());
    assertEquals(0, stage.run().printer().printed().size());
  }

  @Test
  void starOpensTheHelpAndHashClosesIt(KioskStage stage) {
    type(stage, '1', Screen.CardPrompt.class);
    type(stage, '*', Screen.Help.class);
    type(stage, '#', Screen.CardPrompt.class);
    stage.beginLendingFromPrompt(Library.PATRON);
    type(stage, '*', Screen.Help.class);

    type(stage, '1', Screen.Lending.class);
  }

  @Test
  void twoAsksForTheLibraryCard(KioskStage stage) {
    type(stage, '1', Screen.CardPrompt.class);
    type(stage, '2', Screen.LibraryCardPrompt.class);

    type(stage, '0', Screen.Idle.class);
  }

  @Test
  void zeroStopsOnEveryScreenBeforeTheFirstLoan(KioskStage stage) {
    type(stage, '1', Screen.CardPrompt.class);
    type(stage, '0', Screen.Idle.class);
    stage.readCard(CardVariant.NORMAL, Library.PATRON);
    type(stage, '0', Screen.TakeCard.class);
    stage.run().liftCard();
    stage.run().expect(Screen.Idle.class);
    stage.beginLending(Library.PATRON);
    type(stage, '0', Screen.Idle.class);

    assertEquals(0, stage.loans());
  }

  @Test
  void zeroLeavesARefusal(KioskStage stage) {
    stage.readCard(CardVariant.NORMAL, 20);
    stage.run().liftCard();
    stage.run().expectRefusal("E-101");

    type(stage, '0', Screen.Idle.class);
  }

  @ParameterizedTest
  @ValueSource(chars = {'3', '9', 'a', 'Z', '\u0000', '\u001b', 'あ'})
  void otherKeysDoNothing(char key, KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().scan(Library.BOOK);

    type(stage, key, Screen.Lending.class);
    assertEquals(1, stage.loans());
  }

  @Test
  void hearsWholeLoanInJapanese(KioskStage stage) {
    borrowByEar(new SpeechTranscript(stage).types('8')).check("scenario-borrow-ja");
    assertEquals(3, stage.loans());
  }

  @Test
  void hearsWholeLoanInEnglish(KioskStage stage) {
    borrowByEar(new SpeechTranscript(stage).types('8', '4', '3')).check("scenario-borrow-en");
    assertEquals(3, stage.loans());
  }

  @Test
  void eightTurnsSpeechOnAndOffOnEveryScreen(KioskStage stage) {
    type(stage, '8', Screen.Idle.class);
    type(stage, '8', Screen.Idle.class);
    type(stage, '1', Screen.CardPrompt.class);
    type(stage, '8', Screen.CardPrompt.class);
    assertEquals(2, stage.run().speech().said().size());
    type(stage, '8', Screen.CardPrompt.class);
    assertTrue(stage.run().speech().saying().isEmpty());
  }

  private static SpeechTranscript borrowByEar(SpeechTranscript transcript) {
    transcript.types('1').places(CardVariant.NORMAL, Library.PATRON).types('1').lifts();
    Library.BOOKS.forEach(transcript::scans);
    return transcript.types('1').waits(Duration.ofSeconds(21)).types('1');
  }

  private static void type(KioskStage stage, char key, Class<? extends Screen> leadsTo) {
    stage.run().kiosk().type(key);
    stage.run().expect(leadsTo);
  }
}
