package org.kashidashi.hal.speech;

import java.util.Optional;

/**
 * A voice. Belongs to one thread; every call returns at once, and what is said goes on by itself.
 * Speech that cannot be heard is not an error: no flow of the kiosk depends on it.
 */
public interface SpeechOutput extends AutoCloseable {
  /** Says this from now on, in place of what is being said. */
  void say(Utterance utterance);

  /** Falls silent. */
  void hush();

  /** Why nothing can be heard, and what to do; empty as far as nothing is known to be wrong. */
  Optional<String> trouble();

  /** Falls silent for good. Nothing happens the second time. */
  @Override
  void close();
}
