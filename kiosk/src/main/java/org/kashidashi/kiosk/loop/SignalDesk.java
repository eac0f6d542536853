package org.kashidashi.kiosk.loop;

import java.util.concurrent.Executor;
import org.kashidashi.hal.signal.Lamp;
import org.kashidashi.hal.signal.Signal;
import org.kashidashi.hal.signal.Tone;
import org.kashidashi.kiosk.screen.CounterScreen;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.view.Frame;
import org.kashidashi.kiosk.session.Effect.Cue;

/**
 * Tones for cues, and a lamp for each screen; while staff are called, theirs.
 *
 * <p>State is confined to the session thread.
 */
public final class SignalDesk implements ScreenSink {
  private final Signal signal;
  private final Executor thread;
  private Lamp ofScreen = Lamp.OFF;
  private boolean calling;
  private volatile Lamp lit = Lamp.OFF;

  public SignalDesk(Signal signal, Executor thread) {
    this.signal = signal;
    this.thread = thread;
  }

  void sound(Cue cue) {
    Tone tone = switch (cue) {
      case RECEIVED -> Tone.RECEIVED;
      case LENT -> Tone.LENT;
      case ATTENTION -> Tone.ATTENTION;
      case STRONG_ATTENTION -> Tone.STRONG_ATTENTION;
      case FINISHED -> Tone.FINISHED;
    };
    thread.execute(() -> signal.sound(tone));
  }

  @Override
  public void show(Screen screen, Frame frame) {
    ofScreen = lampOf(screen);
    light();
  }

  void callStaff(boolean called) {
    calling = called;
    light();
  }

  /** The lamp that has to shine now. Any thread. */
  public Lamp lit() {
    return lit;
  }

  private void light() {
    Lamp lamp = calling ? Lamp.ATTENTION : ofScreen;
    lit = lamp;
    thread.execute(() -> signal.light(lamp));
  }

  private static Lamp lampOf(Screen screen) {
    return switch (screen) {
      case Screen.Idle _ -> Lamp.READY;
      case Screen.Reading _, Screen.LookingUp _, CounterScreen.Working _ -> Lamp.READING;
      case Screen.Refused _,
          Screen.CardLeft _,
          Screen.StillThere _,
          Screen.CutShort _,
          Screen.OutOfService _,
          CounterScreen.LastTryKept _,
          CounterScreen.PinBlocked _,
          CounterScreen.NotDone _ -> Lamp.ATTENTION;
      case Screen.TakeCard take -> take.pressing() ? Lamp.ATTENTION : Lamp.OFF;
      case Screen.CardPrompt _,
          Screen.LibraryCardPrompt _,
          Screen.Lending _,
          Screen.OwnLoans _,
          Screen.Returning _,
          Screen.Finished _,
          Screen.CardLifted _,
          Screen.Help _,
          Screen.Languages _,
          CounterScreen.Resting _,
          CounterScreen.Consent _,
          CounterScreen.PlaceCard _,
          CounterScreen.SamePins _,
          CounterScreen.PinPad _,
          CounterScreen.Done _ -> Lamp.OFF;
    };
  }
}
