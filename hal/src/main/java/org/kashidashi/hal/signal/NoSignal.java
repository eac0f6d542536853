package org.kashidashi.hal.signal;

/** For a kiosk that has neither lamps nor a speaker, and whose configuration says so. */
public final class NoSignal implements Signal {
  @Override
  public void sound(Tone tone) {
    // There is nothing to sound.
  }

  @Override
  public void light(Lamp lamp) {
    // There is nothing to light.
  }

  @Override
  public void close() {
    // There is nothing to put out.
  }
}
