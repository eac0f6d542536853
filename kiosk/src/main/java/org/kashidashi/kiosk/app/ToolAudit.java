package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import org.kashidashi.hal.driver.clock.SystemTimeSource;
import org.kashidashi.kiosk.audit.AuditSource;
import org.kashidashi.kiosk.audit.AuditTrail;
import org.kashidashi.kiosk.config.KioskSettings;
import org.kashidashi.kiosk.console.signin.Starts;
import org.kashidashi.kiosk.loop.ClockTrust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the kiosk's audit trail for what technicians use beside it. */
final class ToolAudit {
  private static final Logger LOG = LoggerFactory.getLogger(ToolAudit.class);

  private ToolAudit() {}

  /**
   * Where the data disk is missing, nothing is written, and the program serves all the same.
   *
   * @param program as the trail names it; its starts are counted, so that its records have an order
   */
  static AuditTrail open(KioskSettings kiosk, String program) {
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
}
