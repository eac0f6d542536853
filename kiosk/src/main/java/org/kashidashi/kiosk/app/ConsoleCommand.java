package org.kashidashi.kiosk.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import org.kashidashi.kiosk.app.demo.SimulatedWalk;
import org.kashidashi.kiosk.config.ConsoleSettings;
import org.kashidashi.kiosk.config.KioskSettings;
import org.kashidashi.kiosk.config.MachineConfiguration;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.MachineControl;
import org.kashidashi.kiosk.diagnosis.machine.SystemdMachine;
import org.kashidashi.kiosk.diagnosis.offline.BareDiagnosis;
import org.kashidashi.kiosk.diagnosis.offline.NearestDiagnosis;
import org.kashidashi.kiosk.diagnosis.wire.DiagnosisClient;
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
        new OfflineMachine(config, new BareDiagnosis(unit.state())))) {
      return new ConsoleProgram(() -> ConsoleSettings.readAlone(config), System.getenv())
          .run(new ConsoleProgram.Parts(
              nearest,
              new MachineConfiguration(config),
              control(kiosk),
              new SimulatedWalk(new SecureRandom())));
    }
  }

  private static MachineControl control(KioskSettings kiosk) {
    SystemdMachine.Places places = new SystemdMachine.Places(
        kiosk.id(),
        KioskUnit.of(kiosk)::name,
        ServedLine.own().name(),
        kiosk.stateDirectory(),
        STICK,
        MOUNTS,
        KioskUnit.PROGRAMS);
    return new SystemdMachine(places, Clock.system(kiosk.timeZone()));
  }
}
