package org.kashidashi.central.store;

import java.sql.SQLException;
import java.util.Optional;
import org.kashidashi.central.registry.CardSeries;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.FormKey;

/** Library cards that are given out here: one for each form, after the highest that is there. */
final class NewCards {
  private static final String PURPOSE = "registration form";

  private final Sql sql;
  private final KeyedDigest digest;
  private final Optional<CardSeries> series;

  NewCards(Sql sql, KeyedDigest digest, Optional<CardSeries> series) {
    this.sql = sql;
    this.digest = digest;
    this.series = series;
  }

  /** Whether there is a number left to give out. */
  boolean offered() throws SQLException {
    return series.isPresent() && running(series.get()) < series.get().size();
  }

  /** Call it only if a card is offered. */
  PatronId next() throws SQLException {
    CardSeries cards = series.orElseThrow();
    return cards.number(running(cards));
  }

  /** The card that this form was answered with before. */
  Optional<PatronId> given(Optional<FormKey> key) throws SQLException {
    return key.isEmpty()
        ? Optional.empty()
        : sql.one(
            "SELECT patron FROM registration_forms WHERE digest = ?",
            row -> new PatronId(row.text("patron")),
            digested(key.get()));
  }

  void remember(Optional<FormKey> key, PatronId patron) throws SQLException {
    if (key.isPresent()) {
      sql.update(
          "INSERT INTO registration_forms (digest, patron) VALUES (?, ?)",
          digested(key.get()),
          patron.number());
    }
  }

  private long running(CardSeries cards) throws SQLException {
    return sql.one(
            """
            SELECT coalesce(max(CAST(substr(patron, ?, ?) AS INTEGER)) + 1, 0) AS running
            FROM patrons
            WHERE length(patron) = ? AND substr(patron, 1, ?) = ? AND patron NOT GLOB '*[^0-9]*'
            """,
            row -> row.number("running"),
            cards.prefix().length() + 1,
            cards.counted(),
            cards.length(),
            cards.prefix().length(),
            cards.prefix())
        .orElseThrow();
  }

  private String digested(FormKey key) {
    return digest.of(PURPOSE, key.hex());
  }
}
