package org.kashidashi.hal.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.speech.SpeechBench;
import org.kashidashi.hal.speech.SpeechOutput;
import org.kashidashi.hal.speech.SpeechOutputContract;
import org.kashidashi.hal.speech.Utterance;

class SimSpeechTest extends SpeechOutputContract {
  SimSpeechTest() {
    super(true);
  }

  @Override
  protected SpeechBench bench() {
    SimSpeech speech = new SimSpeech();
    return new SpeechBench() {
      @Override
      public SpeechOutput speech() {
        return speech;
      }

      @Override
      public List<String> heard() {
        return speech.said().stream()
            .map(utterance -> utterance.phrases().getFirst().text())
            .toList();
      }

      @Override
      public boolean speaking() {
        return speech.saying().isPresent();
      }

      @Override
      public void close() {
        speech.close();
      }
    };
  }

  @Test
  void saysNothingOnceBroken() {
    SimSpeech speech = new SimSpeech();
    speech.breakDown("no sound card");
    speech.say(Utterance.of("a", "en"));
    assertEquals(List.of(), speech.said());
    assertEquals(Optional.of("no sound card"), speech.trouble());
  }

  @Test
  void refusesToSpeakOnceClosed() {
    SimSpeech speech = new SimSpeech();
    speech.close();
    assertThrows(IllegalStateException.class, () -> speech.say(Utterance.of("a", "en")));
    assertThrows(IllegalStateException.class, speech::hush);
  }
}
