package org.kashidashi.kiosk.scenario;

import java.time.Duration;
import java.util.List;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.speech.Utterance;
import org.kashidashi.kiosk.Golden;

/** Writes down what somebody does who cannot see the screen, and what they hear. */
final class SpeechTranscript {
  private final KioskStage stage;
  private final StringBuilder text = new StringBuilder();
  private int heard;

  SpeechTranscript(KioskStage stage) {
    this.stage = stage;
  }

  SpeechTranscript types(char... keys) {
    for (char key : keys) {
      did("key " + key);
      stage.run().kiosk().type(key);
      hear();
    }
    return this;
  }

  SpeechTranscript places(CardVariant variant, int holder) {
    did("puts the card down");
    stage.run().placeCard(variant, holder);
    hear();
    return this;
  }

  SpeechTranscript lifts() {
    did("lifts the card");
    stage.run().liftCard();
    hear();
    return this;
  }

  SpeechTranscript scans(String code) {
    did("scans " + code);
    stage.run().scan(code);
    hear();
    return this;
  }

  SpeechTranscript waits(Duration duration) {
    for (long second = 1; second <= duration.toSeconds(); second++) {
      int before = heard;
      stage.run().pass(Duration.ofSeconds(1));
      if (stage.run().speech().said().size() > before) {
        did("after " + second + " s");
        hear();
      }
    }
    return this;
  }

  void check(String name) {
    Golden.file("speech/" + name + ".txt").check(text.toString());
  }

  private void did(String what) {
    text.append("> ").append(what).append('\n');
  }

  private void hear() {
    List<Utterance> said = stage.run().speech().said();
    said.subList(heard, said.size()).forEach(this::write);
    if (stage.run().speech().saying().isEmpty()) {
      text.append("(silence)\n");
    }
    heard = said.size();
  }

  private void write(Utterance utterance) {
    for (Utterance.Phrase phrase : utterance.phrases()) {
      phrase
          .text()
          .lines()
          .forEach(
              line -> text.append(phrase.language()).append(": ").append(line).append('\n'));
    }
  }
}
