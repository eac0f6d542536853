package org.kashidashi.hal.sim;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kashidashi.hal.speech.SpeechOutput;
import org.kashidashi.hal.speech.Utterance;

/**
 * A voice that is written down, and that says each utterance until something ends it. One thread
 * speaks; any thread may look.
 *
 * <p>Strict: it refuses to speak once closed.
 */
public final class SimSpeech implements SpeechOutput {
  private final List<Utterance> said = new CopyOnWriteArrayList<>();
  private volatile Optional<Utterance> saying = Optional.empty();
  private volatile Optional<String> trouble = Optional.empty();
  private volatile boolean closed;

  /** Everything that was begun to be said, oldest first. */
  public List<Utterance> said() {
    return List.copyOf(said);
  }

  /** What is being said now. */
  public Optional<Utterance> saying() {
    return saying;
  }

  /** What is being said comes to its end. */
  public void comeToTheEnd() {
    saying = Optional.empty();
  }

  /** From now on nothing is heard. */
  public void breakDown(String reason) {
    trouble = Optional.of(reason);
    saying = Optional.empty();
  }

  @Override
  public void say(Utterance utterance) {
    requireOpen();
    if (trouble.isEmpty()) {
      said.add(utterance);
      saying = Optional.of(utterance);
    }
  }

  @Override
  public void hush() {
    requireOpen();
    saying = Optional.empty();
  }

  @Override
  public Optional<String> trouble() {
    return trouble;
  }

  @Override
  public void close() {
    closed = true;
    saying = Optional.empty();
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the voice is closed");
    }
  }
}
