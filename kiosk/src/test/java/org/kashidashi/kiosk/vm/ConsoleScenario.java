package org.kashidashi.kiosk.vm;

import java.util.ArrayList;
import java.util.List;

/** One thing after the other is broken, found by console, mended by console, and proven mended. */
final class ConsoleScenario {
  private final Station station;
  private final DeviceTroubles devices;
  private final ConfigurationTroubles configuration;
  private final List<String> failures = new ArrayList<>();

  ConsoleScenario(Station station) {
    this.station = station;
    this.devices = new DeviceTroubles(station);
    this.configuration = new ConfigurationTroubles(station);
  }

  private interface Trouble {
    void happen(Machine machine, Technician technician) throws Exception;
  }

  /** All troubles. */
  void run() throws Exception {
    try (Machine machine = station.switchOn()) {
      machine.letRestart();
      begin(machine);
      some(machine);
      rest(machine);
    }
    end();
  }

  /** Those that take least, and then the reset with its scan. */
  void runBriefly() throws Exception {
    try (Machine machine = station.switchOn()) {
      begin(machine);
      some(machine);
      end();
      new ErasingScenario(station).erase(machine);
    }
  }

  private void begin(Machine machine) throws Exception {
    Technician technician = new Technician(machine);
    technician.signIn();
    System.out.printf("%-40s %d s%n", "signed in after", machine.age().toSeconds());
    station.awaitFirstScreen(machine);
    station.enrol(machine);
    prove("all is well", machine, (_, who) -> {
      who.awaits("test network", "Subject.ANSWER_TIME", "Subject.IDENTITY_DAYS");
      who.order("queue retry");
      who.awaitsHealth();
      who.sees("walk", "walked");
      who.sees("log tail", "kashidashi");
    });
  }

  private void some(Machine machine) throws Exception {
    prove("reader unplugged", machine, devices::readerUnplugged);
    prove("network cable pulled", machine, devices::cablePulled);
    prove("disk full", machine, devices::diskFull);
    prove("a change that does not come up", machine, configuration::goesBack);
  }

  private void rest(Machine machine) throws Exception {
    MachineTroubles whole = new MachineTroubles(station);
    prove("library system gone", machine, devices::centralGone);
    prove("each device by hand", machine, devices::eachByHand);
    prove("reader named wrongly", machine, configuration::readerNamedWrongly);
    prove("a value that is none in the file", machine, configuration::wrongValue);
    prove("a file that is none", machine, configuration::brokenFile);
    prove("changes that are damaged", machine, configuration::damagedChanges);
    prove("kiosk killed", machine, whole::kioskKilled);
    prove("kiosk stopped", machine, whole::kioskStopped);
    prove("disk read-only", machine, whole::diskReadOnly);
    prove("data not mountable at the start", machine, whole::dataUnmountable);
  }

  private void prove(String name, Machine machine, Trouble trouble) throws Exception {
    long began = System.nanoTime();
    try {
      trouble.happen(machine, new Technician(machine));
      System.out.printf("%-40s %d s%n", name, (System.nanoTime() - began) / 1_000_000_000);
    } catch (ProofFailedException failure) {
      machine.glass().keep(station.pictures(), "failed-" + name.replace(' ', '-'));
      System.out.printf("%s: %s%n%s%n", name, failure.getMessage(), Station.journal(machine));
      failures.add(name);
    }
  }

  private void end() throws ProofFailedException {
    if (!failures.isEmpty()) {
      throw new ProofFailedException("not proven: " + String.join(", ", failures));
    }
  }
}
