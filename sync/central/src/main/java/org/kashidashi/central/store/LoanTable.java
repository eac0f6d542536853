package org.kashidashi.central.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.kashidashi.central.circulation.Ending;
import org.kashidashi.central.circulation.Judgement;
import org.kashidashi.central.circulation.LoanOperation;
import org.kashidashi.central.circulation.OpenLoan;
import org.kashidashi.central.circulation.Origin;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;

/** Loans, open and past. */
final class LoanTable {
  /** Where loans out of a file come from; a kiosk of that name would come after them. */
  private static final Origin FILE = new Origin("load", 0, 0);

  private static final String INSERT = """
      INSERT INTO loans (operation_key, item, patron, lent_at, due, due_told, kiosk, epoch,
        sequence, ended_at, ending, fulfilled_hold)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Sql sql;

  LoanTable(Sql sql) {
    this.sql = sql;
  }

  int loansOut(PatronId patron) throws SQLException {
    return sql.one(
            "SELECT COUNT(*) AS loans_out FROM loans WHERE patron = ? AND ended_at IS NULL",
            row -> (int) row.number("loans_out"),
            patron.number())
        .orElseThrow();
  }

  Optional<OpenLoan> open(ItemBarcode item) throws SQLException {
    return sql.one(
        """
        SELECT patron, kiosk, epoch, sequence, lent_at, due FROM loans
        WHERE item = ? AND ended_at IS NULL
        """,
        row -> new OpenLoan(
            new PatronId(row.text("patron")),
            new Origin(row.text("kiosk"), row.number("epoch"), row.number("sequence")),
            row.instant("lent_at"),
            row.date("due")),
        item.number());
  }

  void add(LoanOperation loan, Judgement.Lent lent) throws SQLException {
    insert(
        loan,
        Optional.of(loan.patron()),
        lent.lentAt(),
        lent.due(),
        Optional.empty(),
        Optional.empty(),
        lent.fulfilsHold());
  }

  /** A closed loan is written without its patron. */
  void add(LoanOperation loan, Judgement.Past past) throws SQLException {
    insert(
        loan,
        Optional.empty(),
        past.lentAt(),
        past.due(),
        Optional.of(past.endedAt()),
        Optional.of(past.ending()),
        /* fulfilsHold= */ false);
  }

  /** Closes the open loan of an item, which erases the patron from it. */
  void end(ItemBarcode item, Instant endedAt, Ending ending) throws SQLException {
    sql.update("""
        UPDATE loans SET ended_at = ?, ending = ?, patron = NULL
        WHERE item = ? AND ended_at IS NULL
        """, endedAt, ending, item.number());
  }

  /** Whether the item is back from a loan since then. */
  boolean returnedSince(ItemBarcode item, Instant since) throws SQLException {
    return sql
        .all(
            "SELECT ended_at FROM loans WHERE item = ? AND ending = 'RETURNED'",
            row -> row.instant("ended_at"),
            item.number())
        .stream()
        .anyMatch(ended -> !ended.isBefore(since));
  }

  /** A hold that a loan took off the shelf. */
  record Fulfilled(ItemBarcode item, PatronId patron) {}

  /**
   * Closes a loan that never happened, if it is open.
   *
   * @return the hold that it had fulfilled
   */
  Optional<Fulfilled> cancel(String key, Instant at) throws SQLException {
    Optional<Fulfilled> fulfilled = sql.one(
        """
        SELECT item, patron FROM loans
        WHERE operation_key = ? AND ended_at IS NULL AND fulfilled_hold = 1
        """,
        row -> new Fulfilled(new ItemBarcode(row.text("item")), new PatronId(row.text("patron"))),
        key);
    sql.update("""
        UPDATE loans SET ended_at = ?, ending = ?, patron = NULL
        WHERE operation_key = ? AND ended_at IS NULL
        """, at, Ending.CANCELLED, key);
    return fulfilled;
  }

  /** Whether this loan out of a file has been taken in before. */
  boolean hasFromFile(ItemBarcode item, LocalDate lentOn) throws SQLException {
    return sql.one(
            "SELECT operation_key FROM loans WHERE operation_key = ?",
            row -> row.text("operation_key"),
            fileKey(item, lentOn))
        .isPresent();
  }

  void addFromFile(
      ItemBarcode item, PatronId patron, LocalDate lentOn, Instant lentAt, LocalDate due)
      throws SQLException {
    sql.update(
        INSERT,
        fileKey(item, lentOn),
        item.number(),
        patron.number(),
        lentAt,
        due,
        Optional.empty(),
        FILE.kiosk(),
        FILE.epoch(),
        FILE.sequence(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  private void insert(
      LoanOperation loan,
      Optional<PatronId> patron,
      Instant lentAt,
      LocalDate due,
      Optional<Instant> endedAt,
      Optional<Ending> ending,
      boolean fulfilsHold)
      throws SQLException {
    sql.update(
        INSERT,
        loan.key(),
        loan.item().number(),
        patron.map(PatronId::number),
        lentAt,
        due,
        loan.dueTold(),
        loan.origin().kiosk(),
        loan.origin().epoch(),
        loan.origin().sequence(),
        endedAt,
        ending,
        fulfilsHold ? 1 : 0);
  }

  /** The colon keeps it apart from every idempotency key. */
  private static String fileKey(ItemBarcode item, LocalDate lentOn) {
    return "load:%s:%s".formatted(item.number(), lentOn);
  }
}
