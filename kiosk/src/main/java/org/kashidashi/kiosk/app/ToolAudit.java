package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.kashidashi.hal.driver.clock.SystemTimeSource;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.audit.AuditSource;
import org.kashidashi.kiosk.audit.AuditTrail;
import org.kashidashi.kiosk.config.KioskSettings;
import org.kashidashi.kiosk.console.signin.Starts;
import org.kashidashi.kiosk.loop.ClockTrust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kiosk's audit trail for what technicians use beside it.
 *
 * <p>Begun with the first record: a program that notes nothing writes nothing, however often it is
 * started. Where the data disk is missing, nothing is written, and the program serves all the same.
 * Any thread.
 */
final class ToolAudit implements Consumer<AuditRecord>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ToolAudit.class);

  private final KioskSettings kiosk;
  private final String program;
  private Optional<AuditTrail> trail = Optional.empty();

  /**
   * Of a machine.
   *
   * @param program as the trail names it; its starts are counted, so that its records have an order
   */
  ToolAudit(KioskSettings kiosk, String program) {
    this.kiosk = kiosk;
    this.program = program;
  }

  @Override
  public synchronized void accept(AuditRecord record) {
    AuditTrail begun = trail.orElseGet(this::begin);
    trail = Optional.of(begun);
    begun.write(record);
  }

  private AuditTrail begin() {
    try {
      Files.createDirectories(kiosk.stateDirectory());
    } catch (IOException missing) {
      LOG.warn("there is no {} for the audit trail", kiosk.stateDirectory(), missing);
    }
    ClockTrust trust =
        new ClockTrust(new SystemTimeSource(), kiosk.clockBattery(), System::nanoTime);
    return new AuditTrail(
        kiosk.stateDirectory(),
        new AuditSource(kiosk.id(), program, new Starts(ConsoleProgram.folder(kiosk)).next()),
        Clock.system(kiosk.timeZone()),
        trust);
  }

  @Override
  public synchronized void close() {
    trail.ifPresent(AuditTrail::close);
  }
}
