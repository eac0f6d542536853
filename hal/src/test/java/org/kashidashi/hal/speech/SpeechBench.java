package org.kashidashi.hal.speech;

import java.util.List;

/** A voice under test, and the ears of a person. */
public interface SpeechBench extends AutoCloseable {
  SpeechOutput speech();

  /** The texts that have been heard, or begun to be, oldest first. */
  List<String> heard();

  /** Whether somebody speaks. */
  boolean speaking();

  @Override
  void close();
}
