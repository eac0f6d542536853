package org.kashidashi.sync.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.CutSession;
import org.kashidashi.sync.circulation.DueDate;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.LoanFlag;

/** Sessions that have lent and not ended. */
final class SessionRows {
  /** Only a session's first loan writes a row. */
  private static final String OPEN =
      "INSERT INTO open_sessions (session, epoch, first) VALUES (?, ?, last_insert_rowid())"
          + " ON CONFLICT (session) DO NOTHING";

  private static final String END = "DELETE FROM open_sessions WHERE session = ?";
  private static final String CUT =
      "SELECT session, first FROM open_sessions WHERE epoch < ? ORDER BY first";

  /** From the first loan on, so that not all loans of a day without central are looked at. */
  private static final String LOANS =
      "SELECT item, coalesce(title, ''), due, confirmed_due, flags, lent_at, clock FROM loans AS loan"
          + " LEFT JOIN outbox USING (sequence) LEFT JOIN items USING (item)"
          + " WHERE loan.sequence >= ? AND session = ? AND cancels IS NULL"
          + " AND NOT EXISTS (SELECT 1 FROM loans AS later WHERE later.sequence > loan.sequence"
          + " AND later.cancels = loan.sequence) ORDER BY loan.sequence";

  private final Database database;
  private final KioskRow kiosk;

  private record Open(String session, long first) {}

  SessionRows(Database database, KioskRow kiosk) {
    this.database = database;
    this.kiosk = kiosk;
  }

  /** Called right after a loan was inserted, in its transaction. */
  void open(String session) throws SQLException {
    PreparedStatement statement = database.statement(OPEN);
    statement.setString(1, session);
    statement.setInt(2, kiosk.epoch());
    statement.executeUpdate();
  }

  int end(String session) throws SQLException {
    PreparedStatement statement = database.statement(END);
    statement.setString(1, session);
    return statement.executeUpdate();
  }

  /** The oldest session of an earlier epoch that has loans still; those without are ended. */
  Optional<CutSession> cut() throws SQLException, StoreDamagedException {
    for (Open open : cutOff()) {
      Optional<CutSession> session = read(open);
      if (session.isPresent()) {
        return session;
      }
      end(open.session());
    }
    return Optional.empty();
  }

  private List<Open> cutOff() throws SQLException {
    PreparedStatement statement = database.statement(CUT);
    statement.setInt(1, kiosk.epoch());
    List<Open> sessions = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        sessions.add(new Open(row.getString(1), row.getLong(2)));
      }
    }
    return sessions;
  }

  private Optional<CutSession> read(Open open) throws SQLException, StoreDamagedException {
    PreparedStatement statement = database.statement(LOANS);
    statement.setLong(1, open.first());
    statement.setString(2, open.session());
    List<CutSession.Loan> loans = new ArrayList<>();
    Optional<Instant> lastLent = Optional.empty();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        loans.add(loan(row));
        lastLent = Columns.value(ClockState.class, row.getString(7)).trusted()
            ? Optional.of(Instant.ofEpochMilli(row.getLong(6)))
            : Optional.empty();
      }
    }
    return loans.isEmpty()
        ? Optional.empty()
        : Optional.of(new CutSession(open.session(), lastLent, loans));
  }

  private static CutSession.Loan loan(ResultSet row) throws SQLException, StoreDamagedException {
    boolean offline = Columns.values(LoanFlag.class, row.getString(5)).contains(LoanFlag.OFFLINE);
    Optional<DueDate> confirmed = date(row, 4).map(day -> new DueDate(day, false));
    Optional<DueDate> due = date(row, 3).map(day -> new DueDate(day, offline));
    return new CutSession.Loan(
        new ItemBarcode(row.getString(1)), row.getString(2), confirmed.or(() -> due));
  }

  private static Optional<LocalDate> date(ResultSet row, int column) throws SQLException {
    long day = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
  }
}
