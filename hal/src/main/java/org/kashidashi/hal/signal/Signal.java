package org.kashidashi.hal.signal;

/**
 * Tones and lamps. Belongs to one thread; calls return at once, a tone plays on by itself. A signal
 * that cannot be given is not an error: no flow of the kiosk depends on it.
 */
public interface Signal extends AutoCloseable {
  void sound(Tone tone);

  void light(Lamp lamp);

  /** Puts the lamps out. */
  @Override
  void close();
}
