package org.kashidashi.kiosk.counter.patron;

import java.util.List;
import org.kashidashi.kiosk.screen.Choice;
import org.kashidashi.kiosk.screen.CounterScreen;
import org.kashidashi.kiosk.session.Preferences;

/** The screen of each state. */
final class PatronScreens {
  private PatronScreens() {}

  static CounterScreen of(PatronState state) {
    return switch (state.asked()) {
      case PatronRequest.Rest _ -> new CounterScreen.Resting(extras(state.preferences()));
      case PatronRequest.AskConsent _ -> new CounterScreen.Consent(extras(state.preferences()));
      case PatronRequest.AskCard _ -> new CounterScreen.PlaceCard();
      case PatronRequest.AskSamePins _ -> new CounterScreen.SamePins();
      case PatronRequest.AskPin(var use, int triesLeft, boolean wrong) ->
        new CounterScreen.PinPad(use, state.typed(), triesLeft, wrong);
      case PatronRequest.Work _ -> new CounterScreen.Working();
      case PatronRequest.TellLastTryKept(var use) -> new CounterScreen.LastTryKept(use);
      case PatronRequest.TellBlocked(var use) -> new CounterScreen.PinBlocked(use);
      case PatronRequest.TellDone _ -> new CounterScreen.Done();
      case PatronRequest.TellNotDone _ -> new CounterScreen.NotDone();
    };
  }

  private static List<Choice> extras(Preferences preferences) {
    return List.of(
        Choice.LANGUAGES,
        preferences.large() ? Choice.NORMAL_TEXT : Choice.LARGE_TEXT,
        preferences.contrast() ? Choice.NORMAL_COLOURS : Choice.HIGH_CONTRAST);
  }
}
