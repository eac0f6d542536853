package org.kashidashi.kiosk.counter;

import java.util.Optional;
import org.kashidashi.hal.card.jpki.pin.Pin;

/** Holds the PIN of the moment, and sees to it that it is wiped. */
final class TypedPin implements AutoCloseable {
  private Optional<Pin> held = Optional.empty();

  void hold(Pin pin) {
    wipe();
    held = Optional.of(pin);
  }

  Pin pin() {
    return held.orElseThrow();
  }

  void wipe() {
    held.ifPresent(Pin::wipe);
    held = Optional.empty();
  }

  @Override
  public void close() {
    wipe();
  }
}
