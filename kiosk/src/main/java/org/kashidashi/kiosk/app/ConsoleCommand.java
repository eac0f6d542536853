package org.kashidashi.kiosk.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import org.kashidashi.kiosk.app.demo.SimulatedWalk;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.ConfigurationException;
import org.kashidashi.kiosk.config.ConsoleSettings;
import org.kashidashi.kiosk.config.KioskSettings;
import org.kashidashi.kiosk.config.MachineConfiguration;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.MachineControl;
import org.kashidashi.kiosk.diagnosis.facts.ModeFile;
import org.kashidashi.kiosk.diagnosis.machine.SystemdMachine;
import org.kashidashi.kiosk.diagnosis.offline.BareDiagnosis;
import org.kashidashi.kiosk.diagnosis.offline.NearestDiagnosis;
import org.kashidashi.kiosk.diagnosis.wire.DiagnosisClient;
import org.kashidashi.sync.ils.central.EnrolmentException;
import org.kashidashi.sync.ils.central.identity.EnrolmentCode;
import org.kashidashi.sync.ils.central.identity.IdentityFileException;
import org.kashidashi.sync.ils.central.identity.MistypedCodeException;
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
  private static final Path STICK = Path.of("/run/kashidashi_stick");
  private static final Path MOUNTS = Path.of("/proc/self/mounts");

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
    KioskSettings kiosk = ConsoleSettings.readAlone(config).kiosk();
    KioskUnit unit = KioskUnit.of(kiosk);
    try (Diagnosis nearest = new NearestDiagnosis(
        new DiagnosisClient(unit.sockets(), System::nanoTime),
        new OfflineMachine(
            config, new BareDiagnosis(unit.state(), new ModeFile(kiosk.stateDirectory()))))) {
      return new ConsoleProgram(
              () -> ConsoleSettings.readAlone(config), () -> true, System.getenv())
          .run(new ConsoleProgram.Parts(
              nearest,
              new MachineConfiguration(config),
              control(kiosk),
              new SimulatedWalk(new SecureRandom())));
    }
  }

  private MachineControl control(KioskSettings kiosk) {
    SystemdMachine.Places places = new SystemdMachine.Places(
        kiosk.id(),
        KioskUnit.of(kiosk)::name,
        ServedLine.own().name(),
        kiosk.stateDirectory(),
        STICK,
        MOUNTS,
        KioskUnit.PROGRAMS);
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
}
