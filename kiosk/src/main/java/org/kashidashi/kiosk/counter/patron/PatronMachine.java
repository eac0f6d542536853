package org.kashidashi.kiosk.counter.patron;

import java.util.List;
import org.kashidashi.kiosk.counter.patron.PatronEvent.PinsTold.Sameness;
import org.kashidashi.kiosk.counter.patron.PatronTurn.Deed;
import org.kashidashi.kiosk.screen.CounterScreen.PinPad;
import org.kashidashi.kiosk.session.Action;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Preferences;

/**
 * Decides what the patron's panel does next. Pure: no clock, no I/O, no digit of a PIN.
 *
 * <p>Whatever was answered, the panel says that it works until the counter asks for something else,
 * so that nothing is answered twice.
 */
final class PatronMachine {
  private final List<Language> languages;
  private final Preferences atFirst;

  /**
   * @param languages in the order in which the patron turns from one to the next; at least one
   */
  PatronMachine(List<Language> languages) {
    this.languages = List.copyOf(languages);
    this.atFirst = Preferences.of(languages.getFirst());
  }

  PatronState start() {
    return PatronState.resting(atFirst);
  }

  PatronTurn on(PatronState state, PatronRequest request) {
    PatronState next = state.asking(request);
    boolean over = request instanceof PatronRequest.Rest;
    return PatronTurn.to(over ? next.preferring(atFirst) : next, new Deed.Wipe());
  }

  /** A press that means nothing here changes nothing. */
  PatronTurn on(PatronState state, PatronPress press) {
    return switch (press) {
      case PatronPress.Chose(Action action) -> chosen(state, action);
      case PatronPress.Digit _ -> digit(state);
      case PatronPress.Star _ -> star(state);
      case PatronPress.Hash _ -> hash(state);
    };
  }

  private PatronTurn chosen(PatronState state, Action action) {
    Preferences now = state.preferences();
    if (action == Action.LARGE_TEXT) {
      return PatronTurn.to(state.preferring(now.withLarge(!now.large())));
    }
    if (action == Action.CONTRAST) {
      return PatronTurn.to(state.preferring(now.withContrast(!now.contrast())));
    }
    if (action == Action.SPEECH) {
      return PatronTurn.to(state.preferring(now.withSpeech(!now.speech())));
    }
    if (action == Action.LANGUAGES) {
      int next = (languages.indexOf(now.language()) + 1) % languages.size();
      return PatronTurn.to(state.preferring(now.in(languages.get(next))));
    }
    return answered(state, action);
  }

  private static PatronTurn answered(PatronState state, Action action) {
    return switch (state.asked()) {
      case PatronRequest.AskConsent _ -> consent(state, action);
      case PatronRequest.AskSamePins _ -> sameness(state, action);
      case PatronRequest.AskCard _ ->
        action == Action.STOP ? told(state, new PatronEvent.Stopped()) : PatronTurn.to(state);
      case PatronRequest.AskPin _,
          PatronRequest.Rest _,
          PatronRequest.Work _,
          PatronRequest.TellLastTryKept _,
          PatronRequest.TellBlocked _,
          PatronRequest.TellDone _,
          PatronRequest.TellNotDone _ -> PatronTurn.to(state);
    };
  }

  private static PatronTurn consent(PatronState state, Action action) {
    if (action == Action.GO_ON) {
      return told(state, new PatronEvent.Agreed());
    }
    return action == Action.STOP ? told(state, new PatronEvent.Declined()) : PatronTurn.to(state);
  }

  private static PatronTurn sameness(PatronState state, Action action) {
    if (action == Action.PICK_1) {
      return told(state, new PatronEvent.PinsTold(Sameness.SAME));
    }
    if (action == Action.PICK_2) {
      return told(state, new PatronEvent.PinsTold(Sameness.DIFFERENT));
    }
    if (action == Action.PICK_3) {
      return told(state, new PatronEvent.PinsTold(Sameness.NOT_KNOWN));
    }
    return action == Action.STOP ? told(state, new PatronEvent.Stopped()) : PatronTurn.to(state);
  }

  private static PatronTurn told(PatronState state, PatronEvent event) {
    return PatronTurn.to(state.asking(new PatronRequest.Work()), new Deed.Tell(event));
  }

  private static boolean typing(PatronState state) {
    return state.asked() instanceof PatronRequest.AskPin;
  }

  private static PatronTurn digit(PatronState state) {
    if (!typing(state) || state.typed() == PinPad.DIGITS) {
      return PatronTurn.to(state);
    }
    int typed = state.typed() + 1;
    return PatronTurn.to(state.typed(typed), new Deed.Tell(new PatronEvent.DigitsTyped(typed)));
  }

  /** All digits at once, as at a cash machine: nobody sees which of them was wrong. */
  private static PatronTurn star(PatronState state) {
    if (!typing(state)) {
      return PatronTurn.to(state);
    }
    return state.typed() == 0
        ? told(state, new PatronEvent.Stopped())
        : PatronTurn.to(
            state.typed(0), new Deed.Wipe(), new Deed.Tell(new PatronEvent.DigitsTyped(0)));
  }

  private static PatronTurn hash(PatronState state) {
    return typing(state) && state.typed() == PinPad.DIGITS
        ? PatronTurn.to(state.asking(new PatronRequest.Work()), new Deed.HandOver())
        : PatronTurn.to(state);
  }
}
