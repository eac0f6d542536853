package org.kashidashi.kiosk.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kashidashi.hal.driver.audio.AudioSignal;
import org.kashidashi.hal.driver.audio.EngineSpeech;
import org.kashidashi.hal.driver.audio.SpeechEngine;
import org.kashidashi.hal.driver.gpio.GpioLines;
import org.kashidashi.hal.signal.Signal;
import org.kashidashi.hal.signal.ToneWave;
import org.kashidashi.hal.signal.TonesAndLamps;
import org.kashidashi.hal.sim.SimSpeech;
import org.kashidashi.hal.speech.NoSpeech;
import org.kashidashi.hal.speech.SpeechOutput;
import org.kashidashi.kiosk.config.SignalSettings;
import org.kashidashi.kiosk.config.SpeechSettings;
import org.kashidashi.kiosk.session.Language;

/** Opens what a configuration says is heard through the sound card. */
final class SoundHardware {
  /** Plays what it reads from its standard input (alsa-utils). */
  private static final String PLAYER = "/usr/bin/aplay";

  private SoundHardware() {}

  static SpeechOutput speech(SpeechSettings settings) {
    return switch (settings.driver()) {
      case NONE -> new NoSpeech();
      case ENGINE -> EngineSpeech.start(engine(settings));
      case SIMULATED -> new SimSpeech();
    };
  }

  private static SpeechEngine engine(SpeechSettings settings) {
    Map<String, String> voices = new HashMap<>();
    for (Language language : Language.values()) {
      voices.put(language.tag(), settings.voices().of(language));
    }
    List<String> player = settings.device().isEmpty()
        ? List.of()
        : List.of(PLAYER, "-q", "-D", settings.device(), "-");
    return new SpeechEngine(
        settings.engine(),
        voices,
        settings.speed(),
        settings.volume(),
        settings.kana(),
        player,
        SpeechEngine.USUAL_LIMIT);
  }

  /** Tones from the sound card, and whatever lamps are wired. */
  static Signal tones(SignalSettings settings, Optional<GpioLines> gpio) {
    Signal tones = AudioSignal.start(
        List.of(
            PLAYER,
            "-q",
            "-t",
            "raw",
            "-f",
            "S16_LE",
            "-r",
            Integer.toString(ToneWave.SAMPLES_A_SECOND),
            "-c",
            "1",
            "-D",
            settings.device(),
            "-"),
        settings.volume());
    return gpio.<Signal>map(lines -> new TonesAndLamps(tones, lines.signal())).orElse(tones);
  }
}
