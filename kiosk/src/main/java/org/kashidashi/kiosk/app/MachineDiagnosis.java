package org.kashidashi.kiosk.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.kashidashi.hal.driver.clock.SystemTimeSource;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.facts.Board;
import org.kashidashi.kiosk.diagnosis.facts.Interfaces;
import org.kashidashi.kiosk.diagnosis.facts.Machine;
import org.kashidashi.kiosk.diagnosis.facts.MachineFacts;
import org.kashidashi.kiosk.diagnosis.facts.ModeFile;
import org.kashidashi.kiosk.diagnosis.machine.ServiceState;
import org.kashidashi.kiosk.diagnosis.machine.SystemdState;
import org.kashidashi.kiosk.diagnosis.offline.NearestDiagnosis;
import org.kashidashi.kiosk.diagnosis.offline.OfflineDiagnosis;
import org.kashidashi.kiosk.diagnosis.wire.DiagnosisClient;
import org.kashidashi.sync.ils.central.CentralExchange;
import org.kashidashi.sync.store.StoreSettings;

/** The diagnosis that a console shows, with the line to central that it needs. */
record MachineDiagnosis(Diagnosis diagnosis, CentralExchange exchange) implements AutoCloseable {
  private static final String UNIT = "kashidashi.service";

  /** Of this machine: of the running kiosk, and where none answers, of the machine itself. */
  static MachineDiagnosis open(Configuration configuration) {
    Wiring.Surroundings around = new Wiring.Surroundings(
        Clock.system(configuration.kiosk().timeZone()),
        System::nanoTime,
        new SystemTimeSource(),
        new SecureRandom());
    return open(
        configuration,
        around,
        new SystemdState(UNIT),
        DiagnosisSocket.of(configuration.kiosk().stateDirectory()));
  }

  static MachineDiagnosis open(
      Configuration configuration,
      Wiring.Surroundings around,
      ServiceState service,
      List<Path> sockets) {
    Path state = configuration.kiosk().stateDirectory();
    CentralExchange exchange = Wiring.exchange(configuration, around);
    Machine machine = new Machine(
        around.clock(),
        Wiring.clockTrust(configuration, around),
        state,
        KioskDiagnosis.central(configuration, exchange),
        Interfaces.ofKernel(),
        Board.ofKernel(),
        () -> ConfigurationHealth.of(configuration),
        KioskProgram.version());
    StoreSettings store = StoreSettings.ofKiosk(
        state.resolve(Wiring.STORE_FILE), configuration.kiosk().id());
    MachineDoors doors = new MachineDoors(
        configuration, machine, store, IdentityWiring.jpkiReader(configuration, around));
    Diagnosis offline = new OfflineDiagnosis(
        service, doors, new ModeFile(state), store, new MachineFacts(machine), around.clock());
    return new MachineDiagnosis(
        new NearestDiagnosis(new DiagnosisClient(sockets, System::nanoTime), offline), exchange);
  }

  @Override
  public void close() {
    diagnosis.close();
    exchange.close();
  }
}
