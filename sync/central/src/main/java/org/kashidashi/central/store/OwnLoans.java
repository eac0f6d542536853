package org.kashidashi.central.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kashidashi.central.circulation.Ending;
import org.kashidashi.central.circulation.LoanRules;
import org.kashidashi.central.circulation.OwnLoan;
import org.kashidashi.central.circulation.RenewalJudge;
import org.kashidashi.sync.circulation.GivingBack;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.LoanRenewal;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;

/** What patrons may see of their open loans and change of them; every query names the patron. */
final class OwnLoans {
  /** Fifty pages of a kiosk: what lies behind is for the counter. */
  private static final int LOANS_MAXIMUM = 200;

  private static final String COLUMNS = """
      SELECT loans.item, items.title, loans.due, loans.renewals, loans.given_back_at
      FROM loans JOIN items ON items.barcode = loans.item
      WHERE loans.patron = ? AND loans.ended_at IS NULL
      """;

  private final Sql sql;
  private final LoanRules rules;

  OwnLoans(Sql sql, LoanRules rules) {
    this.sql = sql;
    this.rules = rules;
  }

  /** What is due first comes first. Empty if there is no such patron. */
  Optional<List<OwnLoan>> of(PatronId patron) throws SQLException {
    if (!new PatronTable(sql).knows(patron)) {
      return Optional.empty();
    }
    return Optional.of(sql.all(
        COLUMNS + "ORDER BY loans.due, loans.item LIMIT ?",
        OwnLoans::read,
        patron.number(),
        LOANS_MAXIMUM));
  }

  /** Inside the caller's transaction. */
  LoanRenewal renew(ItemBarcode item, PatronId patron, String kiosk, Instant now)
      throws SQLException {
    Optional<OwnLoan> loan = own(item, patron);
    Optional<PatronStanding> standing = new PatronTable(sql).standing(patron, rules, now);
    if (loan.isEmpty() || loan.get().givenBack() || standing.isEmpty()) {
      return new LoanRenewal.NotOnLoan();
    }
    LoanRenewal renewal = new RenewalJudge(rules)
        .judge(loan.get(), standing.get(), new ItemTable(sql).heldFor(item), now);
    switch (renewal) {
      case LoanRenewal.Renewed renewed -> prolong(item, patron, kiosk, renewed.due());
      case LoanRenewal.Refused _, LoanRenewal.NotOnLoan _ -> {}
    }
    return renewal;
  }

  /** Inside the caller's transaction. The first time stands. */
  GivingBack giveBack(ItemBarcode item, PatronId patron, String kiosk, Instant now)
      throws SQLException {
    Optional<OwnLoan> loan = own(item, patron);
    if (loan.isEmpty()) {
      return new GivingBack.NotOnLoan();
    }
    sql.update("""
        UPDATE loans SET given_back_at = ?, given_back_kiosk = ?
        WHERE item = ? AND patron = ? AND ended_at IS NULL AND given_back_at IS NULL
        """, now, kiosk, item.number(), patron.number());
    return new GivingBack.Taken(loan.get().title());
  }

  List<PutBackItem> putBack() throws SQLException {
    return sql.all(
        """
        SELECT loans.item, items.title, loans.given_back_at, loans.given_back_kiosk
        FROM loans JOIN items ON items.barcode = loans.item
        WHERE loans.ended_at IS NULL AND loans.given_back_at IS NOT NULL
        ORDER BY loans.given_back_at, loans.item
        """,
        row -> new PutBackItem(
            new ItemBarcode(row.text("item")),
            row.text("title"),
            row.instant("given_back_at"),
            row.text("given_back_kiosk")));
  }

  /** Inside the caller's transaction. */
  boolean checkIn(ItemBarcode item, Instant now) throws SQLException {
    return sql.update("""
        UPDATE loans SET ended_at = ?, ending = ?, patron = NULL
        WHERE item = ? AND ended_at IS NULL AND given_back_at IS NOT NULL
        """, now, Ending.RETURNED, item.number()) > 0;
  }

  private Optional<OwnLoan> own(ItemBarcode item, PatronId patron) throws SQLException {
    return sql.one(COLUMNS + "AND loans.item = ?", OwnLoans::read, patron.number(), item.number());
  }

  private void prolong(ItemBarcode item, PatronId patron, String kiosk, LocalDate due)
      throws SQLException {
    sql.update("""
        UPDATE loans SET due = ?, renewals = renewals + 1, renewed_kiosk = ?
        WHERE item = ? AND patron = ? AND ended_at IS NULL
        """, due, kiosk, item.number(), patron.number());
  }

  private static OwnLoan read(Row row) throws SQLException {
    return new OwnLoan(
        new ItemBarcode(row.text("item")),
        row.text("title"),
        row.date("due"),
        row.number("renewals"),
        row.optionalText("given_back_at").isPresent());
  }
}
