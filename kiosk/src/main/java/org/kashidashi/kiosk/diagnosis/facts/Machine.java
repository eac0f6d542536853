package org.kashidashi.kiosk.diagnosis.facts;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.ils.central.CentralProbe;
import org.kashidashi.sync.store.StoreSettings;

/**
 * What a machine is, whether a kiosk runs on it or not.
 *
 * @param clockState how far the clock can be trusted now
 * @param store the database, beside which the audit trail lies
 * @param central the line to the library system
 * @param configuration how its configuration is
 * @param version of the program
 */
public record Machine(
    Clock clock,
    Supplier<ClockState> clockState,
    StoreSettings store,
    Central central,
    Interfaces interfaces,
    Board board,
    Supplier<Condition> configuration,
    String version) {
  /** It renews itself before; from here on somebody should see why it did not. */
  public static final int IDENTITY_DAYS_SOON = 14;

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

  /** Where everything lies that the kiosk keeps. */
  public Path state() {
    return store.directory();
  }

  /** How long the certificate still lasts, if there is one; negative once it has ended. */
  public Optional<Duration> identityLeft() {
    return central.identityEnd().get().map(end -> Duration.between(clock.instant(), end));
  }
}
