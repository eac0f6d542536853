package org.kashidashi.kiosk.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.kashidashi.hal.sim.SimTimeSource;
import org.kashidashi.kiosk.app.Wiring;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.proof.ProofLibrary;
import org.kashidashi.kiosk.session.CardSight;
import org.kashidashi.kiosk.session.Effect;
import org.kashidashi.kiosk.session.KioskState;
import org.kashidashi.kiosk.session.Offers;
import org.kashidashi.kiosk.session.SessionEvent;
import org.kashidashi.kiosk.session.SessionMachine;
import org.kashidashi.kiosk.session.SessionRules;
import org.kashidashi.kiosk.session.Step;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.barcode.BarcodeMeaning;
import org.kashidashi.sync.lending.LendingDesk;
import org.kashidashi.sync.lending.LendingSession;
import org.kashidashi.sync.lending.LoanAnswer;
import org.kashidashi.sync.lending.PatronAnswer;
import org.kashidashi.sync.store.StoreException;

/**
 * From a scan's text to a durable loan that the session knows of, decided from the local cache;
 * against one bare commit of the same rows, turn about, on the same disk.
 */
final class DurableLoan implements Figure {
  private static final String NAME = "loan.durable.vs_bare_sqlite.p95";
  private static final int LOANS = 1_500;
  private static final int WARM_UP = 300;

  @Override
  public List<String> names() {
    return List.of(NAME);
  }

  @Override
  public List<Measurement> measure() throws Exception {
    Path folder = Files.createTempDirectory("kashidashi-bench");
    Clock clock = DemoStation.clock();
    try (DemoStation station = ProofLibrary.open(folder, LOANS + WARM_UP, clock);
        Wiring wiring = Wiring.open(
            station.configuration(),
            new Wiring.Surroundings(
                clock, System::nanoTime, SimTimeSource.trusted(), new SecureRandom()));
        Connection bare = bare(folder.resolve("bare.db"))) {
      LendingDesk desk = wiring.services().lending();
      List<PatronStanding> patrons =
          ProofLibrary.PATRONS.stream().map(patron -> welcome(desk, patron)).toList();
      SessionMachine machine = new SessionMachine(SessionRules.standard());
      station.centralDown();
      long[] ours = new long[LOANS];
      long[] theirs = new long[LOANS];
      try (PreparedStatement loan = bare.prepareStatement(
              "INSERT INTO loans (epoch, session, patron_digest, patron_sealed, item, lent_at,"
                  + " clock, due, flags) VALUES (1, ?, ?, ?, ?, 1, 'SYNCED', 2, 'OFFLINE')");
          PreparedStatement outbox =
              bare.prepareStatement("INSERT INTO outbox (schema, status) VALUES (1, 'PENDING')");
          PreparedStatement patron = bare.prepareStatement(
              "UPDATE patrons SET loans_out = loans_out + 1 WHERE patron_digest = ?")) {
        for (int index = -WARM_UP; index < LOANS; index++) {
          String barcode = ProofLibrary.barcode(index + WARM_UP);
          KioskState welcomed = welcomed(machine, patrons.get((index + WARM_UP) % patrons.size()));
          long start = System.nanoTime();
          lend(wiring, machine, welcomed, barcode, index / 24);
          long middle = System.nanoTime();
          commit(bare, loan, outbox, patron, barcode);
          long end = System.nanoTime();
          if (index >= 0) {
            ours[index] = middle - start;
            theirs[index] = end - middle;
          }
        }
      }
      Samples mine = new Samples(ours);
      Samples plain = new Samples(theirs);
      return List.of(Measurement.atMost(
          NAME,
          mine.p95() / plain.p95(),
          "ratio",
          2,
          "p95 %.2f ms against %.2f ms; medians %.2f and %.2f ms; painting aside"
              .formatted(mine.p95(), plain.p95(), mine.median(), plain.median())));
    }
  }

  private static PatronStanding welcome(LendingDesk desk, String patron) {
    try {
      if (desk.welcome(new PatronId(patron)) instanceof PatronAnswer.Welcome welcome) {
        return welcome.standing();
      }
    } catch (StoreException failed) {
      throw new IllegalStateException(failed);
    }
    throw new IllegalStateException("a patron is not welcome");
  }

  /** What happens from the scan to the line that says 済, without the hop between threads. */
  private static void lend(
      Wiring wiring, SessionMachine machine, KioskState state, String barcode, int session)
      throws Exception {
    BarcodeMeaning meaning = wiring.services().barcodes().read(barcode);
    Step scanned = machine.on(state, new SessionEvent.CodeScanned(meaning));
    for (Effect effect : scanned.effects()) {
      if (effect instanceof Effect.LendItem(var id, var visit, var item)) {
        LendingSession lending =
            new LendingSession("bench-" + session, visit.standing(), visit.offline());
        if (!(wiring.services().lending().lend(lending, item)
            instanceof LoanAnswer.Lent(var lent, var due, boolean offline, boolean _))) {
          throw new IllegalStateException("not lent: " + barcode);
        }
        machine.on(
            scanned.next(), new SessionEvent.ItemLent(id, item, lent.title(), due, offline, false));
      }
    }
  }

  private static KioskState welcomed(SessionMachine machine, PatronStanding standing) {
    KioskState idle = machine
        .on(
            KioskState.starting(true, Offers.standard().atFirst()),
            new SessionEvent.CardSeen(CardSight.ABSENT))
        .next();
    Step looking = machine.on(
        idle, new SessionEvent.CodeScanned(new BarcodeMeaning.LibraryCard(standing.patron())));
    if (!(looking.effects().getLast() instanceof Effect.IdentifyByLibraryCard(var id, var _))) {
      throw new IllegalStateException("the session does not begin");
    }
    return machine
        .on(
            looking.next(),
            new SessionEvent.PatronWelcomed(id, standing, true, LocalDate.of(2026, 11, 20)))
        .next();
  }

  private static Connection bare(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute(
          "CREATE TABLE loans (sequence INTEGER PRIMARY KEY AUTOINCREMENT, epoch INTEGER, session"
              + " TEXT, patron_digest BLOB, patron_sealed BLOB, item TEXT, lent_at INTEGER, clock"
              + " TEXT, due INTEGER, flags TEXT) STRICT");
      statement.execute(
          "CREATE UNIQUE INDEX loans_by_patron ON loans (patron_digest, session, item)");
      statement.execute(
          "CREATE TABLE patrons (patron_digest BLOB PRIMARY KEY, loans_out INTEGER) STRICT, WITHOUT ROWID");
      statement.execute("INSERT INTO patrons VALUES (zeroblob(32), 0)");
      statement.execute(
          "CREATE TABLE outbox (sequence INTEGER PRIMARY KEY, schema INTEGER, status TEXT) STRICT");
    }
    connection.setAutoCommit(false);
    return connection;
  }

  private static void commit(
      Connection bare,
      PreparedStatement loan,
      PreparedStatement outbox,
      PreparedStatement patron,
      String barcode)
      throws SQLException {
    loan.setString(1, "bench-1");
    loan.setBytes(2, new byte[32]);
    loan.setBytes(3, new byte[48]);
    loan.setString(4, barcode);
    loan.executeUpdate();
    outbox.executeUpdate();
    patron.setBytes(1, new byte[32]);
    patron.executeUpdate();
    bare.commit();
  }
}
