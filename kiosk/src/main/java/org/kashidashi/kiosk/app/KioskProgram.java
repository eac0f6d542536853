package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
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
import org.kashidashi.kiosk.config.ConfigurationTrial;
import org.kashidashi.kiosk.config.Role;
import org.kashidashi.sync.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service: a kiosk with the devices that a configuration names, until it is told to end. */
final class KioskProgram implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(KioskProgram.class);

  /** The service manager kills what takes much longer. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Path config;

  KioskProgram(Path config) {
    this.config = config;
  }

  @Override
  public Integer call() throws Exception {
    Logging.toStandardError(Level.INFO);
    ConfigurationTrial trial = ConfigurationTrial.begin(config);
    Configuration configuration = trial.configuration();
    TrialWatch supervisor = new TrialWatch(
        SystemdSupervisor.of(System.getenv(), ProcessHandle.current().pid()), trial);
    if (configuration.kiosk().role() == Role.COUNTER) {
      return new CounterProgram(configuration, supervisor).call();
    }
    Clock clock = Clock.system(configuration.kiosk().timeZone());
    Wiring.Surroundings around = new Wiring.Surroundings(
        clock, System::nanoTime, new SystemTimeSource(), new SecureRandom());
    CountDownLatch ended = new CountDownLatch(1);
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
      TrialWatch supervisor,
      CountDownLatch ended)
      throws StoreException, IOException, ReaderUnavailableException {
    Optional<Wiring> opened = wiring(configuration, around, panel, supervisor.unproven(), ended);
    if (opened.isEmpty()) {
      return RunningKiosk.PANEL_CLOSED;
    }
    try (Wiring wiring = opened.get();
        Devices devices = Hardware.open(configuration, panel)) {
      AuditTrail audit = wiring.services().audit();
      audit.write(new AuditRecord.KioskStarted(version()));
      KioskDiagnosis.Setup askable = new KioskDiagnosis.Setup(
          configuration,
          wiring.exchange(),
          wiring.services(),
          around.clock(),
          KioskUnit.of(configuration.kiosk()).socket());
      RunningKiosk kiosk = new RunningKiosk(
          wiring.manner(),
          devices,
          wiring.services(),
          around.clock(),
          supervisor,
          Optional.of(askable));
      stopAtShutdown(kiosk::stop, ended);
      int code = kiosk.run(panel, press -> false);
      audit.write(new AuditRecord.KioskStopped(
          code == RunningKiosk.PANEL_CLOSED
              ? AuditRecord.KioskStopped.Reason.ORDERED
              : AuditRecord.KioskStopped.Reason.FAULT));
      return code;
    }
  }

  /** A store that cannot be opened must be seen by patrons, too; one without room is waited for. */
  private static Optional<Wiring> wiring(
      Configuration configuration,
      Wiring.Surroundings around,
      Panel panel,
      Supervisor supervisor,
      CountDownLatch ended)
      throws StoreException, IOException {
    CountDownLatch stopped = new CountDownLatch(1);
    Runnable sayOutOfService =
        () -> RunningKiosk.sayOutOfService(Wiring.manner(configuration), panel);
    PatientOpening opening = new PatientOpening(
        supervisor,
        () -> {
          sayOutOfService.run();
          stopAtShutdown(stopped::countDown, ended);
        },
        PatientOpening.roomIn(configuration.kiosk().stateDirectory()),
        PatientOpening.PROBE);
    try {
      return opening.open(() -> Wiring.open(configuration, around), stopped);
    } catch (StoreException unusable) {
      sayOutOfService.run();
      throw unusable;
    }
  }

  /** TERM begins the virtual machine's shutdown, which waits here until the kiosk has ended well. */
  static void stopAtShutdown(Runnable stop, CountDownLatch ended) {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
      stop.run();
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

  static String version() {
    return Objects.requireNonNullElse(
        KioskProgram.class.getPackage().getImplementationVersion(), "development");
  }
}
