package org.kashidashi.central.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.central.circulation.Residence;
import org.kashidashi.central.renewal.CheckOutcome;
import org.kashidashi.central.renewal.CheckVerdict;
import org.kashidashi.central.renewal.CheckedCard;
import org.kashidashi.central.renewal.RenewalReport;
import org.kashidashi.central.renewal.RenewalRun;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.Renewal;

/** The months' runs and what they came to, inside the caller's transaction. */
final class RenewalTable {
  private final Sql sql;
  private final String library;

  RenewalTable(Sql sql, String library) {
    this.sql = sql;
    this.library = library;
  }

  Optional<RenewalRun> find(YearMonth month) throws SQLException {
    return sql.one(
        "SELECT passed, walked_at, finished_at FROM renewal_runs WHERE month = ?",
        row -> new RenewalRun(
            month,
            row.optionalText("passed").map(PatronId::new),
            row.optionalText("walked_at").isPresent(),
            row.optionalText("finished_at").isPresent()),
        month);
  }

  /** What the run before the last one came to is forgotten: it names patrons. */
  RenewalRun begin(YearMonth month, Instant now) throws SQLException {
    sql.update("DELETE FROM renewal_results WHERE month < ?", month.minusMonths(1));
    sql.update("INSERT INTO renewal_runs (month, started_at) VALUES (?, ?)", month, now);
    return new RenewalRun(month, Optional.empty(), false, false);
  }

  /** Empty for a card that is not there, or not linked any more. */
  Optional<CheckedCard> card(PatronId patron) throws SQLException {
    return sql.one(
        """
        SELECT expires, renewal, residence FROM patrons
        WHERE patron = ? AND EXISTS (
          SELECT 1 FROM links WHERE links.library = ? AND links.patron = patrons.patron)
        """,
        row -> new CheckedCard(
            row.date("expires"),
            row.oneOf("renewal", Renewal.class),
            row.oneOf("residence", Residence.class)),
        patron.number(),
        library);
  }

  void apply(PatronId patron, CheckedCard before, CheckVerdict verdict) throws SQLException {
    if (!verdict.expires().equals(before.expires()) || verdict.renewal() != before.renewal()) {
      sql.update(
          "UPDATE patrons SET expires = ?, renewal = ? WHERE patron = ?",
          verdict.expires(),
          verdict.renewal(),
          patron.number());
    }
  }

  void record(YearMonth month, PatronId patron, CheckOutcome outcome, LocalDate day)
      throws SQLException {
    sql.update("""
        INSERT INTO renewal_results (month, patron, outcome, checked_on, times)
        VALUES (?, ?, ?, ?, 1)
        ON CONFLICT (month, patron) DO UPDATE SET outcome = excluded.outcome,
          checked_on = excluded.checked_on, times = times + 1
        """, month, patron.number(), outcome, day);
  }

  /** The mark only goes forward: who is asked again lies before it. */
  void pass(YearMonth month, PatronId patron) throws SQLException {
    sql.update(
        "UPDATE renewal_runs SET passed = ? WHERE month = ? AND (passed IS NULL OR passed < ?)",
        patron.number(),
        month,
        patron.number());
  }

  void walked(YearMonth month, Instant now) throws SQLException {
    sql.update("UPDATE renewal_runs SET walked_at = ? WHERE month = ?", now, month);
  }

  void finish(YearMonth month, Instant now) throws SQLException {
    sql.update("UPDATE renewal_runs SET finished_at = ? WHERE month = ?", now, month);
  }

  /** Those of the linked who were asked about least often: nobody waits for ever behind others. */
  Set<PatronId> unanswered(YearMonth month) throws SQLException {
    return new HashSet<>(sql.all(
        """
        WITH waiting AS (
          SELECT patron, times FROM renewal_results
          WHERE month = ? AND outcome = ? AND EXISTS (
            SELECT 1 FROM links
            WHERE links.library = ? AND links.patron = renewal_results.patron))
        SELECT patron FROM waiting WHERE times = (SELECT MIN(times) FROM waiting)
        """,
        row -> new PatronId(row.text("patron")),
        month,
        CheckOutcome.AUTHORITY_UNAVAILABLE,
        library));
  }

  RenewalReport report(YearMonth month) throws SQLException {
    Map<CheckOutcome, Integer> counts = new EnumMap<>(CheckOutcome.class);
    record Count(CheckOutcome outcome, int cards) {}
    for (Count each : sql.all(
        "SELECT outcome, COUNT(*) AS cards FROM renewal_results WHERE month = ? GROUP BY outcome",
        row -> new Count(row.oneOf("outcome", CheckOutcome.class), (int) row.number("cards")),
        month)) {
      counts.put(each.outcome(), each.cards());
    }
    List<RenewalReport.Line> lines = sql.all(
        "SELECT patron, outcome FROM renewal_results WHERE month = ? ORDER BY patron",
        row -> new RenewalReport.Line(
            new PatronId(row.text("patron")), row.oneOf("outcome", CheckOutcome.class)),
        month);
    return new RenewalReport(
        month,
        find(month).filter(RenewalRun::finished).isPresent(),
        counts,
        lines.stream()
            .filter(line -> line.outcome().group() != CheckOutcome.Group.RENEWED)
            .toList());
  }
}
