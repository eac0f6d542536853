package org.kashidashi.kiosk.vm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Standing;
import org.kashidashi.kiosk.proof.ProofLibrary;

/** A machine forgets everything: what patrons left on its disk is there before, and not after. */
final class ErasingScenario {
  private static final Duration ERASING = Duration.ofMinutes(10);

  private final Station station;

  ErasingScenario(Station station) {
    this.station = station;
  }

  /** The power is cut in the middle; after the next start nothing is left, and the machine serves. */
  void run() throws Exception {
    PowerSupply supply = PowerSupply.on(station.disk(), station.folder(), station.logs());
    Residue residue;
    try (Machine machine = station.switchOn(supply.drive())) {
      new Technician(machine).signIn();
      station.awaitFirstScreen(machine);
      station.enrol(machine);
      borrow(machine);
      residue = residue(machine);
      order(machine, "1");
      var _ = machine.technician().await("half of it", "[0-9]+ %", ERASING);
      supply.cut();
    } finally {
      supply.cut();
    }
    System.out.printf(
        "%d of %d traces on the disk after the power cut%n",
        residue.in(station.disk().image()).size(), residue.size());
    try (Machine machine = station.switchOn()) {
      Patience.until("the restart", ERASING, () -> Optional.of(!machine.isOn()));
    }
    gone(residue);
    try (Machine machine = station.switchOn()) {
      anew(machine);
    }
  }

  /** What is left to do is what the console says, and bringing the authorities' certificates. */
  void anew(Machine machine) throws Exception {
    Technician technician = new Technician(machine);
    technician.signIn();
    station.layOutAgain(machine);
    technician.finds(Part.IDENTITY, Standing.BAD, Cause.NOT_ENROLLED);
    machine.technician().type("enrol");
    technician.proves();
    technician.awaitsWords("enrolment.code");
    machine.technician().type(station.library().enrolmentCode());
    technician.awaitsWords("enrolled");
    technician.awaitsPrompt();
    technician.awaits("test network", "Subject.ANSWER_TIME", "Subject.IDENTITY_DAYS");
    technician.awaitsHealth();
    machine.glass().keep(station.pictures(), "anew");
  }

  /** The same without a cut, of a machine at which a technician is signed in. */
  void erase(Machine machine) throws Exception {
    borrow(machine);
    Residue residue = residue(machine);
    order(machine, "1");
    off(machine);
    gone(residue);
  }

  /** Two loans at central, and one that it does not know of. */
  private void borrow(Machine machine) throws Exception {
    Patron patron = new Patron(machine, station.pictures());
    patron.showCard(station.library(), 1);
    patron.borrow(station.nextItem());
    patron.borrow(station.nextItem());
    patron.finish();
    station.awaitAllAtCentral();
    machine.network(false);
    machine.glass().await(Patron.OFFLINE, Patron.ONLINE_LIMIT);
    patron.scanLibraryCard(1);
    patron.borrowUntitled(station.nextItem());
    patron.finish();
  }

  private Residue residue(Machine machine) throws Exception {
    machine.shell().run("sync");
    Path folder = station.folder().resolve("before");
    station.disk().examine(folder);
    List<String> told = new ArrayList<>(List.of(ProofLibrary.PATRONS.getFirst()));
    for (int item = 0; item < 3; item++) {
      told.add(ProofLibrary.barcode(item));
    }
    Residue residue = Residue.of(folder.resolve("files"), told);
    List<String> there = residue.in(station.disk().image());
    System.out.printf("%d of %d traces on the disk before%n", there.size(), residue.size());
    // Numbers of library cards are sealed: they stand nowhere in the first place.
    if (there.size() + 1 < residue.size()) {
      throw new ProofFailedException("only %s on the disk before".formatted(there));
    }
    return residue;
  }

  /** Twice confirmed: the first time not by its name. */
  void order(Machine machine, String waiting) throws Exception {
    Technician technician = new Technician(machine);
    String order = "factory-reset lose %s loans".formatted(waiting);
    technician.sees("factory-reset", order);
    confirm(machine, order, "machine-2");
    technician.awaitsWords("Trouble.NOT_CONFIRMED");
    technician.awaitsPrompt();
    confirm(machine, order, "machine-1");
    var _ = machine
        .technician()
        .await("the first words of the reset", "Overwriting [0-9]+ MB", ERASING);
  }

  private static void confirm(Machine machine, String order, String second) throws Exception {
    Technician technician = new Technician(machine);
    machine.technician().type(order);
    technician.proves();
    technician.awaitsWords("reset.first");
    technician.asked("machine-1", "reset.second");
    machine.technician().type(second);
  }

  private void off(Machine machine) throws Exception {
    machine.technician().await("the end of the reset", "Done\\. The machine restarts", ERASING);
    machine.glass().keep(station.pictures(), "erased");
    Patience.until("the restart", ERASING, () -> Optional.of(!machine.isOn()));
  }

  private void gone(Residue residue) throws Exception {
    List<String> there = residue.in(station.disk().image());
    System.out.printf("%d of %d traces on the disk after%n", there.size(), residue.size());
    if (!there.isEmpty()) {
      throw new ProofFailedException("still on the disk: " + there);
    }
  }
}
