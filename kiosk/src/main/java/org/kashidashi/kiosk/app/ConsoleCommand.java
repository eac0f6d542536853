package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import org.kashidashi.kiosk.app.demo.SimulatedWalk;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.ConfigurationException;
import org.kashidashi.kiosk.config.ConsoleSettings;
import org.kashidashi.kiosk.config.KioskSettings;
import org.kashidashi.kiosk.config.MachineConfiguration;
import org.kashidashi.kiosk.config.Role;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.MachineControl;
import org.kashidashi.kiosk.diagnosis.machine.SystemdMachine;
import org.kashidashi.kiosk.diagnosis.offline.BareDiagnosis;
import org.kashidashi.kiosk.diagnosis.offline.NearestDiagnosis;
import org.kashidashi.kiosk.diagnosis.offline.SystemdState;
import org.kashidashi.kiosk.diagnosis.wire.DiagnosisClient;
import org.kashidashi.sync.ils.central.EnrolmentException;
import org.kashidashi.sync.ils.central.identity.EnrolmentCode;
import org.kashidashi.sync.ils.central.identity.IdentityFileException;
import org.kashidashi.sync.ils.central.identity.MistypedCodeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves technicians on the terminal that it is started on. */
@Command(
    name = "console",
    description = {
      "Serve technicians on this terminal: what is wrong, whether it works, and how to mend it.",
      "It works without a running kiosk, too."
    },
    mixinStandardHelpOptions = true)
final class ConsoleCommand implements Callable<Integer> {
  private static final Path STICK = Path.of("/run/kashidashi-stick");
  private static final Path MOUNTS = Path.of("/proc/self/mounts");
  private static final Path PROGRAMS = Path.of("/usr/bin");

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleCommand.class);

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "/etc/kashidashi/kiosk.toml",
      description = "The kiosk's configuration. Default: ${DEFAULT-VALUE}.")
  private Path config = Path.of("");

  @Override
  public Integer call() throws Exception {
    // Nothing of the log may stand between a technician and the console.
    Logging.toStandardError(Level.WARNING);
    ConsoleSettings.Alone alone = ConsoleSettings.readAlone(config);
    Optional<Configuration> configuration = configuration();
    if (configuration.isPresent()) {
      try (MachineDiagnosis machine = MachineDiagnosis.open(configuration.get())) {
        return serve(alone, machine.diagnosis());
      }
    }
    List<Path> sockets = DiagnosisSocket.of(alone.kiosk().stateDirectory());
    try (Diagnosis bare = new NearestDiagnosis(
        new DiagnosisClient(sockets, System::nanoTime),
        new BareDiagnosis(new SystemdState(unit(alone.kiosk()))))) {
      return serve(alone, bare);
    }
  }

  private int serve(ConsoleSettings.Alone alone, Diagnosis diagnosis) throws Exception {
    return new ConsoleProgram(alone, System.getenv())
        .run(new ConsoleProgram.Parts(
            diagnosis,
            new MachineConfiguration(config),
            control(alone.kiosk()),
            new SimulatedWalk(new SecureRandom())));
  }

  private Optional<Configuration> configuration() {
    try {
      return Optional.of(Configuration.read(config));
    } catch (ConfigurationException wrong) {
      LOG.debug("the console serves without a configuration", wrong);
      return Optional.empty();
    }
  }

  private MachineControl control(KioskSettings kiosk) {
    SystemdMachine.Places places = new SystemdMachine.Places(
        kiosk.id(),
        unit(kiosk),
        ServedLine.own().name(),
        kiosk.stateDirectory(),
        STICK,
        MOUNTS,
        PROGRAMS);
    return new SystemdMachine(places, this::enrol, Clock.system(kiosk.timeZone()));
  }

  /** With the configuration of now: it may have been mended meanwhile. */
  private LocalDate enrol(String code) throws IOException {
    try {
      Configuration configuration = Configuration.read(config);
      if (!configuration.central().encrypted()) {
        throw new IOException("only a central with an https:// address enrols machines");
      }
      return LocalDate.ofInstant(
          EnrolCommand.enrolled(configuration, EnrolmentCode.typed(code)).end(),
          configuration.kiosk().timeZone());
    } catch (ConfigurationException
        | MistypedCodeException
        | EnrolmentException
        | IdentityFileException refused) {
      throw new IOException(refused.getMessage(), refused);
    }
  }

  private static String unit(KioskSettings kiosk) {
    return kiosk.role() == Role.COUNTER ? "kashidashi-counter@*.service" : "kashidashi.service";
  }
}
