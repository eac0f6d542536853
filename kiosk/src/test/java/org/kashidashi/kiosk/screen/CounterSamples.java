package org.kashidashi.kiosk.screen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kashidashi.kiosk.screen.CounterScreen.PinPad;
import org.kashidashi.kiosk.screen.CounterScreen.PinUse;

/** Every screen of the patron at a counter, with every text in one of them. */
public final class CounterSamples {
  private static final List<Choice> EXTRAS =
      List.of(Choice.LANGUAGES, Choice.LARGE_TEXT, Choice.HIGH_CONTRAST);

  private CounterSamples() {}

  /** By name, such as {@code desk-idle}. */
  public static Map<String, CounterScreen> all() {
    Map<String, CounterScreen> screens = new LinkedHashMap<>();
    screens.put("desk-idle", new CounterScreen.Resting(EXTRAS));
    screens.put("desk-consent", new CounterScreen.Consent(EXTRAS));
    screens.put("desk-card", new CounterScreen.PlaceCard());
    screens.put("desk-same-pins", new CounterScreen.SamePins());
    screens.put("desk-pin", new PinPad(PinUse.USER_AUTHENTICATION, 0, 3, false));
    screens.put("desk-pin-typing", new PinPad(PinUse.CARD_FACE_INPUT, 2, 3, false));
    screens.put("desk-pin-complete", new PinPad(PinUse.BOTH, 4, 3, false));
    screens.put("desk-pin-wrong", new PinPad(PinUse.CARD_FACE_INPUT, 0, 2, true));
    screens.put("desk-working", new CounterScreen.Working());
    screens.put("desk-last-try", new CounterScreen.LastTryKept(PinUse.USER_AUTHENTICATION));
    screens.put("desk-blocked", new CounterScreen.PinBlocked(PinUse.CARD_FACE_INPUT));
    screens.put("desk-done", new CounterScreen.Done());
    screens.put("desk-not-done", new CounterScreen.NotDone());
    return screens;
  }
}
