package org.kashidashi.kiosk.vm;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.kashidashi.kiosk.proof.ProofLibrary;

/**
 * Takes the power away at random moments of a loan, over and over, then counts.
 *
 * <p>What had not been flushed to the disk is lost. Every 「済」 that was seen on the panel has to be
 * in the kiosk's database once; nothing may be there twice, or that was never scanned.
 */
final class PowerCuts {
  /** At most so many loans of a session before the one that is cut, and at least one. */
  private static final int LOANS_BEFORE = 3;

  /** The cut comes within a loan or shortly after it: a quarter more than the last one took. */
  private static final double WINDOW = 1.25;

  private final Station station;
  private final Random random;
  private final Set<Integer> scanned = new TreeSet<>();
  private final Set<Integer> shown = new TreeSet<>();
  private boolean enrolled;

  PowerCuts(Station station, long seed) {
    this.station = station;
    this.random = new Random(seed);
  }

  void run(int cuts) throws Exception {
    for (int cut = 1; cut <= cuts; cut++) {
      borrowUntilCut(cut);
      Path folder = station.folder().resolve("examined-" + cut);
      station.disk().examine(folder);
      Map<String, Integer> durable = judge(folder.resolve("files").resolve("kiosk.db"));
      System.out.printf(
          "cut %d: %d scanned, %d shown, %d durable, %d at central%n",
          cut,
          scanned.size(),
          shown.size(),
          durable.size(),
          station.library().loansAtCentral().size());
    }
    deliverTheRest();
  }

  private void borrowUntilCut(int cut) throws Exception {
    PowerSupply supply = PowerSupply.on(station.disk(), station.folder(), station.logs());
    Machine machine = station.switchOn(supply.drive());
    try {
      station.awaitFirstScreen(machine);
      if (!enrolled) {
        station.enrol(machine);
        enrolled = true;
      }
      Patron patron = new Patron(machine, station.pictures());
      Duration loan = borrowBeforeTheCut(patron, cut);
      patron.keep("cut-" + cut);
      // Not milliseconds of a clock: the same share of a loan on a fast machine and on a busy one.
      Duration wait = Duration.ofNanos((long) (loan.toNanos() * WINDOW * random.nextDouble()));
      Thread hand = Thread.ofPlatform().start(() -> pull(wait, supply, machine));
      borrowUntilDark(patron, hand);
    } finally {
      supply.cut();
      machine.cut();
    }
  }

  /** Gives how long the last loan took. */
  private Duration borrowBeforeTheCut(Patron patron, int cut) throws Exception {
    try {
      patron.showLibraryCard(cut % ProofLibrary.PATRONS.size() + 1);
      Duration loan = Duration.ZERO;
      for (int left = 1 + random.nextInt(LOANS_BEFORE); left > 0; left--) {
        loan = borrow(patron);
      }
      return loan;
    } catch (ProofFailedException failure) {
      patron.keep("failed-before-cut-" + cut);
      throw failure;
    }
  }

  /** The disk's cache first: what the machine had flushed by then is what counts. */
  private static void pull(Duration wait, PowerSupply supply, Machine machine) {
    try {
      Patience.pause(wait);
      supply.cut();
      machine.cut();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (IOException failure) {
      throw new IllegalStateException("the power cannot be cut", failure);
    }
  }

  /** Gives how long it took. */
  private Duration borrow(Patron patron) throws Exception {
    int item = station.nextItem();
    scanned.add(item);
    long began = System.nanoTime();
    patron.borrow(item);
    shown.add(item);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private void borrowUntilDark(Patron patron, Thread hand) throws Exception {
    try {
      while (true) {
        Duration took = borrow(patron);
        assert took.isPositive();
      }
    } catch (IOException | ProofFailedException dark) {
      // The panel goes dark in the middle of whatever the patron does: that is the cut.
      hand.join();
    }
  }

  private Map<String, Integer> judge(Path database) throws Exception {
    checkSound(database);
    Map<String, Integer> durable = HostLibrary.loans(database);
    Map<String, Integer> atCentral = station.library().loansAtCentral();
    List<String> wrong = new ArrayList<>();
    for (int item : shown) {
      String barcode = ProofLibrary.barcode(item);
      if (durable.getOrDefault(barcode, 0) != 1) {
        wrong.add("済 was shown for %s, which is there %d times"
            .formatted(barcode, durable.getOrDefault(barcode, 0)));
      }
    }
    Set<String> permitted = new TreeSet<>();
    scanned.forEach(item -> permitted.add(ProofLibrary.barcode(item)));
    for (Map<String, Integer> place : List.of(durable, atCentral)) {
      place.forEach((barcode, times) -> {
        if (times != 1 || !permitted.contains(barcode)) {
          wrong.add("%s is there %d times".formatted(barcode, times));
        }
      });
    }
    if (!wrong.isEmpty()) {
      throw new ProofFailedException(String.join("\n", wrong));
    }
    return durable;
  }

  private static void checkSound(Path database) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
      if (!rows.next() || !rows.getString(1).equals("ok")) {
        throw new ProofFailedException("the database is damaged: " + rows.getString(1));
      }
    }
  }

  /** One more start, after which central has everything that was shown. */
  private void deliverTheRest() throws Exception {
    try (Machine machine = station.switchOn()) {
      station.awaitFirstScreen(machine);
      for (int item : shown) {
        station.awaitAtCentral(item, item + 1);
      }
    }
  }
}
