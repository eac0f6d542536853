package org.kashidashi.hal.speech;

import java.util.Optional;

/** For a kiosk that has no voice, and whose configuration says so. */
public final class NoSpeech implements SpeechOutput {
  @Override
  public void say(Utterance utterance) {
    // There is no voice.
  }

  @Override
  public void hush() {
    // It is silent anyway.
  }

  @Override
  public Optional<String> trouble() {
    return Optional.of("there is no voice, set speech.driver to have one");
  }

  @Override
  public void close() {
    // Nothing is being said.
  }
}
