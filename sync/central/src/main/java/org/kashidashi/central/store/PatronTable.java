package org.kashidashi.central.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.central.circulation.LoanRules;
import org.kashidashi.central.circulation.PatronRecord;
import org.kashidashi.central.circulation.Residence;
import org.kashidashi.sync.circulation.Block;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.Renewal;

/** Patrons with their blocks. */
final class PatronTable {
  private final Sql sql;

  PatronTable(Sql sql) {
    this.sql = sql;
  }

  Optional<PatronStanding> standing(PatronId patron, LoanRules rules, Instant asOf)
      throws SQLException {
    Optional<PatronRecord> found = find(patron);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int loansOut = new LoanTable(sql).loansOut(patron);
    return Optional.of(rules.standing(found.get(), loansOut, asOf));
  }

  boolean knows(PatronId patron) throws SQLException {
    return sql.one(
            "SELECT patron FROM patrons WHERE patron = ?",
            row -> row.text("patron"),
            patron.number())
        .isPresent();
  }

  /** A patron who is there already is replaced. */
  void put(PatronRecord patron) throws SQLException {
    sql.update(
        """
        INSERT INTO patrons (patron, expires, renewal, residence, loan_limit, loan_days)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (patron) DO UPDATE SET expires = excluded.expires,
          renewal = excluded.renewal, residence = excluded.residence,
          loan_limit = excluded.loan_limit, loan_days = excluded.loan_days
        """,
        patron.patron().number(),
        patron.expires(),
        patron.renewal(),
        patron.residence(),
        patron.loanLimit(),
        patron.loanDays());
    sql.update("DELETE FROM patron_blocks WHERE patron = ?", patron.patron().number());
    for (Block block : patron.blocks()) {
      sql.update(
          "INSERT INTO patron_blocks (patron, block) VALUES (?, ?)",
          patron.patron().number(),
          block);
    }
  }

  /** From now on; the blocks stay. */
  void renew(PatronId patron, LocalDate expires, Renewal renewal, Residence residence)
      throws SQLException {
    sql.update(
        "UPDATE patrons SET expires = ?, renewal = ?, residence = ? WHERE patron = ?",
        expires,
        renewal,
        residence,
        patron.number());
  }

  void renewBy(PatronId patron, Renewal renewal) throws SQLException {
    sql.update("UPDATE patrons SET renewal = ? WHERE patron = ?", renewal, patron.number());
  }

  Optional<PatronRecord> find(PatronId patron) throws SQLException {
    Set<Block> blocks = EnumSet.noneOf(Block.class);
    blocks.addAll(sql.all(
        "SELECT block FROM patron_blocks WHERE patron = ?",
        row -> row.oneOf("block", Block.class),
        patron.number()));
    return sql.one(
        """
        SELECT expires, renewal, residence, loan_limit, loan_days FROM patrons WHERE patron = ?
        """,
        row -> new PatronRecord(
            patron,
            row.date("expires"),
            row.oneOf("renewal", Renewal.class),
            blocks,
            row.oneOf("residence", Residence.class),
            row.optionalNumber("loan_limit"),
            row.optionalNumber("loan_days")),
        patron.number());
  }
}
