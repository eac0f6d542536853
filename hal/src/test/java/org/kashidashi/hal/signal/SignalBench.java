package org.kashidashi.hal.signal;

import java.util.Optional;

/** A signal under test, and the eyes and ears of a person. */
public interface SignalBench extends AutoCloseable {
  Signal signal();

  /** How many tones have been heard. */
  int heard();

  /** The lamp that is lit; empty where there are none. */
  Optional<Lamp> lit();

  @Override
  void close();
}
