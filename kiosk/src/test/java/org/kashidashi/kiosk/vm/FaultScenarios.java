package org.kashidashi.kiosk.vm;

import java.time.Duration;
import java.util.Optional;
import org.kashidashi.kiosk.proof.ProofLibrary;

/** What goes wrong in a library, one after the other; after each, somebody borrows. */
final class FaultScenarios {
  private static final Duration RECOVERY = Duration.ofSeconds(90);
  private static final Duration RESUMING = Duration.ofSeconds(5);

  private final Station station;
  private int holder;

  FaultScenarios(Station station) {
    this.station = station;
  }

  private interface Fault {
    void happen(Machine machine) throws Exception;
  }

  void run() throws Exception {
    try (Machine machine = station.switchOn()) {
      station.awaitFirstScreen(machine);
      station.enrol(machine);
      after("reader unplugged and replugged", machine, this::readerUnplugged, true);
      after("smart-card service killed", machine, this::cardServiceKilled, true);
      after("kiosk killed", machine, this::kioskKilled, false);
      after("kiosk frozen", machine, this::kioskFrozen, false);
      after("network cut and back", machine, this::networkCut, false);
      after("disk full and back", machine, this::diskFull, false);
      after("unknown keyboard", machine, this::unknownKeyboard, false);
      station.awaitAtCentral(0, station.nextItem());
    }
  }

  private void after(String name, Machine machine, Fault fault, boolean byCard) throws Exception {
    long began = System.nanoTime();
    try {
      fault.happen(machine);
      lend(machine, byCard);
    } catch (ProofFailedException failure) {
      machine.glass().keep(station.image(), "failed-" + name.replace(' ', '-'));
      throw new ProofFailedException(
          "%s: %s%n%s".formatted(name, failure.getMessage(), Station.journal(machine)));
    }
    System.out.printf(
        "%-32s and a loan: %d s%n", name, (System.nanoTime() - began) / 1_000_000_000);
  }

  private void lend(Machine machine, boolean byCard) throws Exception {
    Patron patron = new Patron(machine, station.image());
    int number = holder++ % 8 + 1;
    if (byCard) {
      patron.showCard(station.library(), number);
    } else {
      patron.showLibraryCard(number);
    }
    patron.borrow(station.nextItem());
    patron.finish();
  }

  private void readerUnplugged(Machine machine) throws Exception {
    machine.unplugReader();
    machine.glass().keep(station.image(), "reader-unplugged");
    machine.plugReader();
    machine.glass().await(Patron.FIRST_SCREEN, RECOVERY);
  }

  private void cardServiceKilled(Machine machine) throws Exception {
    machine.shell().run("systemctl kill --signal=KILL pcscd.service");
  }

  private void kioskKilled(Machine machine) throws Exception {
    String before = process(machine);
    machine.shell().run("systemctl kill --signal=KILL kashidashi.service");
    awaitOtherProcess(machine, before);
  }

  /** The service manager has to find out by itself, as no process ends. */
  private void kioskFrozen(Machine machine) throws Exception {
    String before = process(machine);
    machine.shell().run("kill -STOP " + before);
    awaitOtherProcess(machine, before);
    machine.glass().keep(station.image(), "after-the-watchdog");
  }

  private static String process(Machine machine) throws Exception {
    return machine.shell().run("systemctl show --value -p MainPID kashidashi");
  }

  private static void awaitOtherProcess(Machine machine, String before) throws Exception {
    Patience.until("a kiosk that is started anew", RECOVERY, () -> {
      String now = process(machine);
      String state = machine.shell().attempt("systemctl is-active kashidashi").output();
      return Optional.of(!now.equals(before) && !now.equals("0") && state.equals("active"));
    });
  }

  private void networkCut(Machine machine) throws Exception {
    machine.network(false);
    lend(machine, false);
    machine.network(true);
  }

  private void diskFull(Machine machine) throws Exception {
    machine.shell().attempt("cat /dev/zero >/var/lib/kashidashi/filler; sync");
    Patron patron = new Patron(machine, station.image());
    patron.tryUntil("E-305");
    patron.keep("disk-full");
    machine.shell().run("rm /var/lib/kashidashi/filler; sync");
    machine.glass().await(Patron.FIRST_SCREEN, RESUMING);
  }

  private void unknownKeyboard(Machine machine) throws Exception {
    machine.plugStranger();
    Patience.until(
        "the fault E-307",
        RECOVERY,
        () ->
            Optional.of(machine.shell().run("journalctl -u kashidashi -o cat").contains("E-307")));
    // With this barcode a scanner would begin a session.
    machine.typeOnStranger(ProofLibrary.PATRONS.getFirst());
    machine.glass().await(Patron.FIRST_SCREEN, RESUMING);
    machine.glass().keep(station.image(), "unknown-keyboard");
    machine.unplugStranger();
  }
}
