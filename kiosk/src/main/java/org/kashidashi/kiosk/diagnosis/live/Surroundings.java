package org.kashidashi.kiosk.diagnosis.live;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.kashidashi.kiosk.diagnosis.check.Interfaces;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.ils.central.CentralProbe;
import org.kashidashi.sync.store.Store;

/**
 * What a kiosk stands on besides its devices.
 *
 * @param nanoTime runs on evenly, whatever the clock does
 * @param clockState how far the clock can be trusted now
 * @param central the line to the library system
 * @param state where the database and the audit trail lie
 */
public record Surroundings(
    Clock clock,
    LongSupplier nanoTime,
    Supplier<ClockState> clockState,
    Store store,
    Path state,
    Central central,
    Interfaces interfaces,
    Board board,
    String version) {
  /**
   * The library system.
   *
   * @param encrypted whether the kiosk shows a certificate
   * @param probe asks it for an answer; blocks
   * @param identityEnd until when the kiosk's certificate lasts, if there is one
   */
  public record Central(
      URI address,
      boolean encrypted,
      Supplier<CentralProbe> probe,
      Supplier<Optional<Instant>> identityEnd) {}
}
