package org.kashidashi.kiosk.diagnosis.check;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.kashidashi.hal.signal.Signal;
import org.kashidashi.hal.signal.Tone;
import org.kashidashi.hal.speech.SpeechOutput;
import org.kashidashi.hal.speech.Utterance;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Subject;

/** Sounds a tone, and lets the voice speak where there is one, for a person to listen to. */
public final class SoundCheck implements CheckRun {
  private static final Utterance WORDS = Utterance.of("音のしけんです", "ja");

  private final Parts parts;
  private final Pause pause;
  private final Duration listen;

  /**
   * What sounds, and where each of it is spoken to.
   *
   * @param tones empty if the configuration has none
   * @param voice empty if the configuration has none
   */
  public record Parts(
      Optional<Signal> tones, Place tonesPlace, Optional<SpeechOutput> voice, Place voicePlace) {}

  /**
   * @param listen how long a person listens to each of them
   */
  public SoundCheck(Parts parts, Pause pause, Duration listen) {
    this.parts = parts;
    this.pause = pause;
    this.listen = listen;
  }

  @Override
  public Condition run(Consumer<Hint> hints) throws DiagnosisException, InterruptedException {
    int steps = (parts.tones().isPresent() ? 1 : 0) + (parts.voice().isPresent() ? 1 : 0);
    if (steps == 0) {
      return Condition.absent(Part.SOUND);
    }
    if (parts.tones().isPresent()) {
      Signal tones = parts.tones().get();
      boolean _ = parts.tonesPlace().call(() -> {
        tones.sound(Tone.FINISHED);
        return true;
      });
      hints.accept(new Hint(Hint.Wish.LISTEN_TO_TONE, 1, steps));
      pause.await(listen);
    }
    return parts.voice().isPresent()
        ? spoken(parts.voice().get(), hints, steps)
        : Condition.good(Part.SOUND);
  }

  private Condition spoken(SpeechOutput voice, Consumer<Hint> hints, int steps)
      throws DiagnosisException, InterruptedException {
    boolean _ = parts.voicePlace().call(() -> {
      voice.say(WORDS);
      return true;
    });
    hints.accept(new Hint(Hint.Wish.LISTEN_TO_VOICE, steps, steps));
    pause.await(listen);
    Optional<String> trouble = parts.voicePlace().call(voice::trouble);
    return trouble
        .map(why -> Condition.bad(Part.SOUND, Cause.SOUND_MISSING, Fact.text(Subject.DEVICE, why)))
        .orElseGet(() -> Condition.good(Part.SOUND));
  }
}
