package org.kashidashi.kiosk.vm;

import java.time.Duration;
import java.util.Optional;
import org.kashidashi.kiosk.proof.ProofLibrary;

/** What goes wrong in a library, one after the other; after each, somebody borrows. */
final class FaultScenarios {
  private static final Duration RECOVERY = Duration.ofSeconds(90);

  /** A kiosk that begins anew waits longer after each failure, and starts on an emulated machine. */
  private static final Duration RESTART = Duration.ofMinutes(3);

  /** After the disk has space again: promised by the documents. */
  private static final Duration RESUMING = Duration.ofSeconds(5);

  private static final String READER_DOWN = "card reader down";
  private static final String READER_BACK = "card reader .* is back$";

  private final Station station;
  private int borrower;

  FaultScenarios(Station station) {
    this.station = station;
  }

  private interface Fault {
    void happen(Machine machine, Patron patron) throws Exception;
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
    }
  }

  /** The fault, a loan after it, and everything that was lent meanwhile at central. */
  private void after(String name, Machine machine, Fault fault, boolean byCard) throws Exception {
    long began = System.nanoTime();
    Patron patron = new Patron(machine, station.pictures());
    try {
      fault.happen(machine, patron);
      if (byCard) {
        patron.showCard(station.library(), nextHolder());
      } else {
        patron.showLibraryCard(nextHolder());
      }
      patron.borrow(station.nextItem());
      patron.finish();
      station.awaitAllAtCentral();
    } catch (ProofFailedException failure) {
      machine.glass().keep(station.pictures(), "failed-" + name.replace(' ', '-'));
      throw new ProofFailedException(
          "%s: %s%n%s".formatted(name, failure.getMessage(), Station.journal(machine)));
    }
    System.out.printf(
        "%-32s and a loan: %d s%n", name, (System.nanoTime() - began) / 1_000_000_000);
  }

  private int nextHolder() {
    return borrower++ % ProofLibrary.PATRONS.size() + 1;
  }

  private void readerUnplugged(Machine machine, Patron patron) throws Exception {
    int back = journalled(machine, READER_BACK);
    int down = journalled(machine, READER_DOWN);
    machine.unplugReader();
    awaitJournalled(machine, READER_DOWN, down);
    patron.tryCardUntil("E-303");
    patron.keep("reader-unplugged");
    patron.goBack();
    machine.plugReader();
    awaitJournalled(machine, READER_BACK, back);
  }

  private void cardServiceKilled(Machine machine, Patron patron) throws Exception {
    int back = journalled(machine, READER_BACK);
    String before = process(machine, "pcscd");
    machine.shell().run("systemctl kill --signal=KILL pcscd.service");
    awaitOtherProcess(machine, "pcscd", before);
    awaitJournalled(machine, READER_BACK, back);
    patron.keep("card-service-killed");
  }

  /**
   * Waits for one more such line. A card that already lies there when the reader comes back has to
   * be taken first, as nobody knows whose it is: so the patron puts none there before.
   */
  private static void awaitJournalled(Machine machine, String text, int before) throws Exception {
    Patience.until(
        "'%s' in the journal once more".formatted(text),
        RECOVERY,
        () -> Optional.of(journalled(machine, text) > before));
  }

  /** How many lines of the kiosk's journal match this. */
  private static int journalled(Machine machine, String text) throws Exception {
    return Integer.parseInt(machine
        .shell()
        .attempt("journalctl -u kashidashi -o cat | grep -c \"%s\"".formatted(text))
        .output());
  }

  private void kioskKilled(Machine machine, Patron patron) throws Exception {
    borrowOne(patron);
    String before = process(machine, "kashidashi");
    machine.shell().run("systemctl kill --signal=KILL kashidashi.service");
    awaitOtherProcess(machine, "kashidashi", before);
    patron.awaitFirstScreen(RESTART);
    patron.keep("kiosk-killed");
  }

  /** The service manager has to find out by itself, as no process ends. */
  private void kioskFrozen(Machine machine, Patron patron) throws Exception {
    borrowOne(patron);
    String before = process(machine, "kashidashi");
    machine.shell().run("kill -STOP " + before);
    awaitOtherProcess(machine, "kashidashi", before);
    patron.awaitFirstScreen(RESTART);
    patron.keep("after-the-watchdog");
  }

  /** The patron stands in the middle of a loan, so that the first screen is a new one. */
  private void borrowOne(Patron patron) throws Exception {
    patron.showLibraryCard(nextHolder());
    patron.borrow(station.nextItem());
  }

  private static String process(Machine machine, String unit) throws Exception {
    return machine.shell().run("systemctl show --value -p MainPID " + unit);
  }

  private static void awaitOtherProcess(Machine machine, String unit, String before)
      throws Exception {
    Patience.until("another process of " + unit, RESTART, () -> {
      String now = process(machine, unit);
      String state = machine.shell().attempt("systemctl is-active " + unit).output();
      return Optional.of(!now.equals(before) && !now.equals("0") && state.equals("active"));
    });
  }

  /** Somebody whom the machine knows already borrows meanwhile. */
  private void networkCut(Machine machine, Patron patron) throws Exception {
    machine.network(false);
    machine.glass().await(Patron.OFFLINE, Patron.ONLINE_LIMIT);
    machine.glass().await("E-301", RECOVERY);
    patron.keep("network-cut");
    patron.scanLibraryCard(1);
    machine.glass().await("E-301", RECOVERY);
    patron.borrowUntitled(station.nextItem());
    patron.keep("lent-without-network");
    patron.finish();
    machine.network(true);
    machine.glass().await(Patron.ONLINE, Patron.ONLINE_LIMIT);
  }

  /** While a patron stands there: what was said to be lent stays lent. */
  private void diskFull(Machine machine, Patron patron) throws Exception {
    machine.shell().attempt("cat /dev/zero >/var/lib/kashidashi/filler; sync");
    patron.tryUntil("E-305");
    patron.keep("disk-full");
    machine.shell().run("rm /var/lib/kashidashi/filler; sync");
    machine.glass().await(Patron.FIRST_SCREEN, RESUMING);
    patron.keep("disk-has-space");
  }

  private void unknownKeyboard(Machine machine, Patron patron) throws Exception {
    machine.plugStranger();
    machine.glass().await("E-307", RECOVERY);
    // With this barcode a scanner would begin a session.
    machine.typeOnStranger(ProofLibrary.PATRONS.getFirst());
    machine.glass().stays(Patron.FIRST_SCREEN, Duration.ofSeconds(10));
    patron.keep("unknown-keyboard");
    machine.unplugStranger();
    machine.glass().awaitNot("E-307", RECOVERY);
  }
}
