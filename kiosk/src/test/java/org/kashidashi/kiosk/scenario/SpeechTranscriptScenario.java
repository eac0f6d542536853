package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.kiosk.screen.Screen;

/** All screens read aloud by script (screens.md 10, test 20), by keys alone. */
@ExtendWith(Stages.class)
final class SpeechTranscriptScenario {
  private static final char[] IN_ENGLISH = {'8', '4', '3'};

  @Test
  void refusalIsExplained(KioskStage stage) {
    new SpeechTranscript(stage)
        .types('8', '1')
        .places(CardVariant.NORMAL, 20)
        .types('1')
        .lifts()
        .types('0')
        .check("scenario-refusal-ja");
  }

  @Test
  void refusalIsExplainedInEnglish(KioskStage stage) {
    new SpeechTranscript(stage)
        .types(IN_ENGLISH)
        .types('1')
        .places(CardVariant.NORMAL, 20)
        .types('1')
        .lifts()
        .types('0')
        .check("scenario-refusal-en");
  }

  @Test
  void practiceIsSaidToBePractice(KioskStage stage) {
    new SpeechTranscript(stage)
        .types('8', '5', '1')
        .scans(Library.BOOK)
        .types('2', '0')
        .check("scenario-practice-ja");
    assertEquals(0, stage.loans());
  }

  @Test
  void languageIsChosenByEar(KioskStage stage) {
    new SpeechTranscript(stage).types('8', '4', '9', '4', '1', '0').check("scenario-languages");
  }

  @Test
  void helpIsHeardPageByPage(KioskStage stage) {
    new SpeechTranscript(stage).types('8', '1', '*', '9', '9', '#', '0').check("scenario-help-ja");
  }

  @Test
  void ownLoansAreRenewedAndGivenBackByEar(KioskStage stage) {
    new SpeechTranscript(stage)
        .types('8')
        .scans("9999900898")
        .types('4', '1', '#', '5')
        .scans("1000000131")
        .types('#', '0')
        .check("scenario-own-loans-ja");
  }

  @Test
  void wrongBarcodeIsExplained(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    new SpeechTranscript(stage)
        .types('8')
        .scans("9784000000000")
        .scans(Library.BOOK)
        .types('*', '#', '2', '0')
        .check("scenario-wrong-barcode-ja");
  }

  @Test
  void warningLeavesTimeToGoOn(KioskStage stage) {
    new SpeechTranscript(stage)
        .types('8', '1')
        .waits(Duration.ofSeconds(195))
        .types('#')
        .waits(Duration.ofSeconds(211))
        .check("scenario-warning-ja");
    stage.run().expect(Screen.Idle.class);
    assertEquals(Optional.empty(), stage.run().speech().saying());
  }

  @Test
  void endOfTheSessionHushesAndTheNextPatronHearsNothing(KioskStage stage) {
    stage.run().kiosk().type('8');
    stage.borrow(Library.PATRON, Library.BOOK);
    assertEquals(Optional.empty(), stage.run().speech().saying());
    int said = stage.run().speech().said().size();

    stage.beginLending(Library.PATRON);

    assertEquals(said, stage.run().speech().said().size());
  }

  @Test
  void whoeverAskedAndWentAwayIsForgotten(KioskStage stage) {
    stage.run().kiosk().type('8');
    stage.run().pass(Duration.ofMinutes(4));
    assertFalse(stage.run().kiosk().state().preferences().speech());
    assertEquals(Optional.empty(), stage.run().speech().saying());
  }

  @Test
  void saysNoWholeCardNumber(KioskStage stage) {
    stage.run().kiosk().type('8');
    stage.borrow(Library.PATRON, Library.BOOK);
    String said = stage.run().speech().said().stream()
        .flatMap(utterance -> utterance.phrases().stream())
        .map(phrase -> phrase.text().replaceAll("\\D+", ""))
        .collect(Collectors.joining("|"));
    assertFalse(said.contains("99999"), said);
  }
}
