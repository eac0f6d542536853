package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.kashidashi.hal.card.ReaderUnavailableException;
import org.kashidashi.hal.driver.clock.SystemTimeSource;
import org.kashidashi.hal.driver.systemd.SystemdSupervisor;
import org.kashidashi.hal.supervisor.Supervisor;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.audit.AuditTrail;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.sync.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves patrons with the devices that the configuration names. */
@Command(
    name = "run",
    description = "Serve patrons with the devices that the configuration names.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

  /** The service manager kills what takes much longer. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The configuration file.")
  private Path config = Path.of("");

  @Override
  public Integer call() throws Exception {
    Logging.toStandardError(Level.INFO);
    Configuration configuration = Configuration.read(config);
    Clock clock = Clock.system(configuration.kiosk().timeZone());
    Wiring.Surroundings around = new Wiring.Surroundings(
        clock, System::nanoTime, new SystemTimeSource(), new SecureRandom());
    CountDownLatch ended = new CountDownLatch(1);
    Supervisor supervisor =
        SystemdSupervisor.of(System.getenv(), ProcessHandle.current().pid());
    try (Panel panel = PanelHardware.open(configuration)) {
      return serve(configuration, around, panel, supervisor, ended);
    } finally {
      ended.countDown();
    }
  }

  private static int serve(
      Configuration configuration,
      Wiring.Surroundings around,
      Panel panel,
      Supervisor supervisor,
      CountDownLatch ended)
      throws StoreException, IOException, ReaderUnavailableException {
    try (Wiring wiring = wiring(configuration, around, panel);
        Devices devices = Hardware.open(configuration, panel)) {
      AuditTrail audit = wiring.services().audit();
      audit.write(new AuditRecord.KioskStarted(version()));
      RunningKiosk kiosk =
          new RunningKiosk(wiring.manner(), devices, wiring.services(), around.clock(), supervisor);
      stopAtShutdown(kiosk, ended);
      int code = kiosk.run(panel, press -> false);
      audit.write(new AuditRecord.KioskStopped(
          code == RunningKiosk.PANEL_CLOSED
              ? AuditRecord.KioskStopped.Reason.ORDERED
              : AuditRecord.KioskStopped.Reason.FAULT));
      return code;
    }
  }

  /** A store that cannot be opened must be seen by patrons, too. */
  private static Wiring wiring(Configuration configuration, Wiring.Surroundings around, Panel panel)
      throws StoreException, IOException {
    try {
      return Wiring.open(configuration, around);
    } catch (StoreException unusable) {
      Assembly.Manner manner = Wiring.manner(configuration);
      RunningKiosk.sayOutOfService(manner, panel);
      throw unusable;
    }
  }

  /** TERM begins the virtual machine's shutdown, which waits here until the kiosk has ended well. */
  private static void stopAtShutdown(RunningKiosk kiosk, CountDownLatch ended) {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
      kiosk.stop();
      await(ended);
    }));
  }

  private static void await(CountDownLatch ended) {
    try {
      if (!ended.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("the kiosk did not end within {}", GRACE);
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private static String version() {
    return Objects.requireNonNullElse(
        RunCommand.class.getPackage().getImplementationVersion(), "development");
  }
}
