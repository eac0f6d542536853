package org.kashidashi.kiosk.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kashidashi.kiosk.fault.FaultCode;

/** よみあげ: who may have it, and how long it lasts. */
class SpeechPreferenceTest {
  private static final SessionEvent SPEECH = new SessionEvent.ActionChosen(Action.SPEECH);
  private static final SessionRules OFFERING = SessionRules.standard()
      .offering(new Offers(List.of(Language.JAPANESE), Set.of(Offers.Service.SPEECH), List.of()));

  private final SessionMachine machine = new SessionMachine(OFFERING);
  private final KioskState idle = KioskState.starting(true, OFFERING.offers().atFirst());

  @Test
  void isOnAndOffAgainWhateverIsShown() {
    KioskState out = idle.in(new SessionState.OutOfService(FaultCode.E_305));
    for (KioskState state : List.of(idle, out, idle.in(new SessionState.CardLeft(20, false)))) {
      KioskState on = machine.on(state, SPEECH).next();
      assertTrue(on.preferences().speech());
      assertEquals(state.session(), on.session());
      assertFalse(machine.on(on, SPEECH).next().preferences().speech());
    }
  }

  @Test
  void isNotThereWhereItIsNotOffered() {
    Step step = new SessionMachine(SessionRules.standard()).on(idle, SPEECH);
    assertFalse(step.handled());
    assertFalse(step.next().preferences().speech());
  }

  @Test
  void isForgottenWhenNobodyIsThere() {
    KioskState out = idle.in(new SessionState.OutOfService(FaultCode.E_305));
    for (KioskState state : List.of(idle, out)) {
      KioskState now = machine.on(state, SPEECH).next();
      for (int second = 0; second < 179; second++) {
        now = machine.on(now, new SessionEvent.SecondPassed()).next();
      }
      assertTrue(now.preferences().speech(), "after 179 s");
      now = machine.on(now, new SessionEvent.SecondPassed()).next();
      assertFalse(now.preferences().speech(), "after 180 s");
      assertEquals(state.session(), now.session());
    }
  }

  @Test
  void givesTimeToListen() {
    Preferences aloud = Preferences.of(Language.JAPANESE).withSpeech(true);
    assertEquals(Duration.ofMinutes(3), OFFERING.idle(aloud));
    assertEquals(Duration.ofMinutes(3), OFFERING.idle(aloud.withLarge(true)));
    assertEquals(
        Duration.ofSeconds(30),
        OFFERING.lastScreen(SessionState.Finished.ReceiptOutcome.NOT_WANTED, aloud));
    assertEquals(
        Duration.ofSeconds(10),
        OFFERING.lastScreen(
            SessionState.Finished.ReceiptOutcome.NOT_WANTED, aloud.withSpeech(false)));
  }
}
