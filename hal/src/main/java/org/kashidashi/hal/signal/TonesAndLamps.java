package org.kashidashi.hal.signal;

/**
 * Tones from one device, and lamps from another. Closing it closes both.
 *
 * @param lamps its tones are not asked for
 */
public record TonesAndLamps(Signal tones, Signal lamps) implements Signal {
  @Override
  public void sound(Tone tone) {
    tones.sound(tone);
  }

  @Override
  public void light(Lamp lamp) {
    lamps.light(lamp);
  }

  @Override
  public void close() {
    tones.close();
    lamps.close();
  }
}
