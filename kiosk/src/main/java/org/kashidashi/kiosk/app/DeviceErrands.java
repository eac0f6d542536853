package org.kashidashi.kiosk.app;

import java.time.Duration;
import org.kashidashi.hal.card.CardReader;
import org.kashidashi.kiosk.diagnosis.live.Errands;

/** What technicians want of the threads that own devices. */
record DeviceErrands(Errands card, Errands scanner, Errands display) {
  /** A thread waits for its device for a second at a time; the rest is for the device. */
  static final Duration PATIENCE = Duration.ofSeconds(8);

  /** A whole reading, each command of which may take the card's patience. */
  private static final Duration CARD_PATIENCE = Duration.ofSeconds(45);

  static DeviceErrands of(CardReader reader, DisplayPainter painter) {
    return new DeviceErrands(
        new Errands(reader::wake, CARD_PATIENCE),
        new Errands(() -> {}, PATIENCE),
        new Errands(painter::wake, PATIENCE));
  }
}
