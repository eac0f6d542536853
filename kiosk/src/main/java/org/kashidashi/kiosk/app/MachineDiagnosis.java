package org.kashidashi.kiosk.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;
import org.kashidashi.hal.driver.clock.SystemTimeSource;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.facts.Board;
import org.kashidashi.kiosk.diagnosis.facts.Interfaces;
import org.kashidashi.kiosk.diagnosis.facts.Machine;
import org.kashidashi.kiosk.diagnosis.facts.MachineFacts;
import org.kashidashi.kiosk.diagnosis.facts.ModeFile;
import org.kashidashi.kiosk.diagnosis.machine.ServiceState;
import org.kashidashi.kiosk.diagnosis.offline.OfflineDiagnosis;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.ils.central.CentralExchange;

/** The diagnosis of this machine while no kiosk answers, with the line to central that it needs. */
record MachineDiagnosis(Diagnosis diagnosis, CentralExchange exchange) implements AutoCloseable {
  static MachineDiagnosis open(Configuration configuration) {
    Wiring.Surroundings around = new Wiring.Surroundings(
        Clock.system(configuration.kiosk().timeZone()),
        System::nanoTime,
        new SystemTimeSource(),
        new SecureRandom());
    return open(configuration, around, KioskUnit.of(configuration.kiosk()).state());
  }

  static MachineDiagnosis open(
      Configuration configuration, Wiring.Surroundings around, ServiceState service) {
    CentralExchange exchange = Wiring.exchange(configuration, around);
    Machine machine =
        machine(configuration, exchange, around.clock(), Wiring.clockTrust(configuration, around));
    MachineDoors doors =
        new MachineDoors(configuration, machine, IdentityWiring.jpkiReader(configuration, around));
    Diagnosis offline = new OfflineDiagnosis(
        service,
        doors,
        new ModeFile(machine.state()),
        machine.store(),
        new MachineFacts(machine),
        around.clock());
    return new MachineDiagnosis(offline, exchange);
  }

  /** The machine that a configuration is for, whether a kiosk runs on it or not. */
  static Machine machine(
      Configuration configuration,
      CentralExchange exchange,
      Clock clock,
      Supplier<ClockState> clockState) {
    return new Machine(
        clock,
        clockState,
        Wiring.storeSettings(configuration),
        new Machine.Central(
            configuration.central().url(),
            configuration.central().encrypted(),
            () -> exchange.probe(System::nanoTime),
            exchange::identityEnd),
        Interfaces.ofKernel(),
        Board.ofKernel(),
        () -> ConfigurationHealth.of(configuration),
        KioskProgram.version());
  }

  @Override
  public void close() {
    diagnosis.close();
    exchange.close();
  }
}
