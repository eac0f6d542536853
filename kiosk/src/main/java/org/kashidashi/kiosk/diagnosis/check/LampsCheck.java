package org.kashidashi.kiosk.diagnosis.check;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kashidashi.hal.signal.Lamp;
import org.kashidashi.hal.signal.Signal;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.Part;

/** Lights each lamp for a person to look at: nothing else can tell whether it shines. */
public final class LampsCheck implements CheckRun {
  private static final List<Look> LOOKS = List.of(
      new Look(Lamp.READY, Hint.Wish.LOOK_AT_READY_LAMP),
      new Look(Lamp.READING, Hint.Wish.LOOK_AT_READING_LAMP),
      new Look(Lamp.ATTENTION, Hint.Wish.LOOK_AT_ATTENTION_LAMP));

  private final Signal signal;
  private final Place place;
  private final Supplier<Lamp> afterwards;
  private final Pause pause;
  private final Duration look;

  /** A lamp and what names it: lamps whose wires are crossed shine, too. */
  private record Look(Lamp lamp, Hint.Wish wish) {}

  /**
   * @param afterwards the lamp that has to shine once the check is over
   * @param look how long each lamp shines
   */
  public LampsCheck(
      Signal signal, Place place, Supplier<Lamp> afterwards, Pause pause, Duration look) {
    this.signal = signal;
    this.place = place;
    this.afterwards = afterwards;
    this.pause = pause;
    this.look = look;
  }

  @Override
  public Condition run(Consumer<Hint> hints) throws DiagnosisException, InterruptedException {
    try {
      int step = 0;
      for (Look next : LOOKS) {
        light(next.lamp());
        step++;
        hints.accept(new Hint(next.wish(), step, LOOKS.size()));
        pause.await(look);
      }
      return Condition.good(Part.LAMPS);
    } finally {
      light(afterwards.get());
    }
  }

  private void light(Lamp lamp) throws DiagnosisException, InterruptedException {
    boolean _ = place.call(() -> {
      signal.light(lamp);
      return true;
    });
  }
}
