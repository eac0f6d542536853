package org.kashidashi.hal.sim;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kashidashi.hal.signal.Lamp;
import org.kashidashi.hal.signal.Signal;
import org.kashidashi.hal.signal.Tone;

/**
 * Tones and lamps that are written down. One thread gives them; any thread may look.
 *
 * <p>Strict: it refuses signals once closed.
 */
public final class SimSignal implements Signal {
  private final List<Tone> tones = new CopyOnWriteArrayList<>();
  private final List<Lamp> lamps = new CopyOnWriteArrayList<>(List.of(Lamp.OFF));
  private volatile boolean closed;

  /** Every tone that sounded, oldest first. */
  public List<Tone> tones() {
    return List.copyOf(tones);
  }

  /** Every lamp that was lit, oldest first; it begins with OFF. */
  public List<Lamp> lamps() {
    return List.copyOf(lamps);
  }

  /** The lamp that is lit now. */
  public Lamp lamp() {
    return lamps.getLast();
  }

  @Override
  public void sound(Tone tone) {
    requireOpen();
    tones.add(tone);
  }

  @Override
  public void light(Lamp lamp) {
    requireOpen();
    lamps.add(lamp);
  }

  @Override
  public void close() {
    if (!closed) {
      lamps.add(Lamp.OFF);
    }
    closed = true;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the signal is closed");
    }
  }
}
