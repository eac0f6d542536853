package org.kashidashi.kiosk.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.sim.SimSpeech;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.view.SpeechScript;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Notice;
import org.kashidashi.kiosk.session.Preferences;

class SpeechDeskTest {
  private static final Preferences QUIET = Preferences.of(Language.ENGLISH);
  private static final Preferences ALOUD = QUIET.withSpeech(true);
  private static final Screen IDLE = new Screen.Idle(true, true, false, List.of());

  private final SimSpeech speech = new SimSpeech();
  private final SpeechDesk desk =
      new SpeechDesk(new SpeechScript(new Catalogue(), SampleStates.SITE), speech);

  @Test
  void isSilentUntilAsked() {
    show(IDLE, QUIET);
    assertEquals(List.of(), speech.said());
    show(IDLE, ALOUD);
    assertEquals(1, speech.said().size());
  }

  @Test
  void repaintWithTheSameContentSaysNothing() {
    show(prompt(60), ALOUD);
    show(prompt(59), ALOUD);
    show(prompt(30), ALOUD);
    show(prompt(30), ALOUD.withLarge(true));
    assertEquals(1, speech.said().size());
  }

  @Test
  void newContentOfTheSameScreenIsSaid() {
    show(new Screen.CardPrompt(false, Notice.NONE, 60), ALOUD);
    show(new Screen.CardPrompt(true, Notice.NONE, 60), ALOUD);
    show(new Screen.CardPrompt(true, Notice.PLACE_CARD_FIRST, 60), ALOUD);
    assertEquals(3, speech.said().size());
    assertEquals(
        "Place your card, then touch again.",
        speech.said().getLast().phrases().getFirst().text().lines().findFirst().orElseThrow());
  }

  @Test
  void turningThePageOrTheLanguageSaysTheScreenAgain() {
    desk.shown(IDLE, ALOUD, false, 0);
    desk.shown(IDLE, ALOUD, false, 1);
    desk.shown(IDLE, ALOUD.in(Language.KOREAN), false, 1);
    assertEquals(3, speech.said().size());
    assertEquals("ko", speech.said().getLast().phrases().getFirst().language());
  }

  @Test
  void practiceIsSaid() {
    desk.shown(prompt(60), ALOUD, true, 0);
    assertTrue(speech.said().getFirst().phrases().getFirst().text().contains("ractice"));
  }

  @Test
  void warningCountsAtThirtyTwentyAndTen() {
    for (int second = 30; second > 0; second--) {
      show(new Screen.StillThere(second, 1, true), ALOUD);
    }
    List<String> said = speech.said().stream()
        .map(utterance ->
            utterance.phrases().getFirst().text().lines().findFirst().orElseThrow())
        .toList();
    assertEquals(List.of("Are you still there?", "20 seconds left.", "10 seconds left."), said);
  }

  @Test
  void turningItOffHushesOnce() {
    show(IDLE, ALOUD);
    show(IDLE, QUIET);
    assertEquals(Optional.empty(), speech.saying());
    show(IDLE, ALOUD);
    assertEquals(2, speech.said().size());
  }

  private void show(Screen screen, Preferences preferences) {
    desk.shown(screen, preferences, false, 0);
  }

  private static Screen prompt(int secondsLeft) {
    return new Screen.CardPrompt(false, Notice.NONE, secondsLeft);
  }
}
