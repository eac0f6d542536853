package org.kashidashi.hal.speech;

import java.util.List;

class NoSpeechTest extends SpeechOutputContract {
  NoSpeechTest() {
    super(false);
  }

  @Override
  protected SpeechBench bench() {
    NoSpeech speech = new NoSpeech();
    return new SpeechBench() {
      @Override
      public SpeechOutput speech() {
        return speech;
      }

      @Override
      public List<String> heard() {
        return List.of();
      }

      @Override
      public boolean speaking() {
        return false;
      }

      @Override
      public void close() {
        speech.close();
      }
    };
  }
}
