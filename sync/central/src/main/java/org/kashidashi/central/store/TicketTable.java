package org.kashidashi.central.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.kashidashi.central.staff.SignedIn;
import org.kashidashi.sync.registry.counter.LinkChallenge;
import org.kashidashi.sync.registry.counter.StaffName;

/** Who is signed in, and the challenges that they were given; both as keyed digests. */
final class TicketTable {
  private static final Duration IDLE_MAXIMUM = Duration.ofMinutes(15);
  private static final Duration AGE_MAXIMUM = Duration.ofHours(10);
  private static final Duration CHALLENGE_MAXIMUM = Duration.ofMinutes(5);
  private static final String TICKET = "staff ticket";
  private static final String CHALLENGE = "link challenge";

  private record Ticket(StaffName name, Instant madeAt, Instant usedAt) {
    boolean goodAt(Instant now) {
      return !now.isBefore(madeAt)
          && now.isBefore(madeAt.plus(AGE_MAXIMUM))
          && now.isBefore(usedAt.plus(IDLE_MAXIMUM));
    }
  }

  private final Sql sql;
  private final KeyedDigest digest;

  TicketTable(Sql sql, KeyedDigest digest) {
    this.sql = sql;
    this.digest = digest;
  }

  void add(StaffName name, String station, String secret, Instant now) throws SQLException {
    sql.update("DELETE FROM staff_tickets WHERE made_at < ?", now.minus(AGE_MAXIMUM));
    sql.update("""
        INSERT INTO staff_tickets (digest, name, station, made_at, used_at) VALUES (?, ?, ?, ?, ?)
        """, digest.of(TICKET, secret), name.name(), station, now, now);
  }

  /** Who has this ticket, at the station that it was given to; it is used from now on. */
  Optional<SignedIn> use(String secret, String station, Instant now) throws SQLException {
    String ticket = digest.of(TICKET, secret);
    Optional<Ticket> found = sql.one(
        "SELECT name, made_at, used_at FROM staff_tickets WHERE digest = ? AND station = ?",
        row -> new Ticket(
            new StaffName(row.text("name")), row.instant("made_at"), row.instant("used_at")),
        ticket,
        station);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (!found.get().goodAt(now)) {
      end(ticket);
      return Optional.empty();
    }
    sql.update("UPDATE staff_tickets SET used_at = ? WHERE digest = ?", now, ticket);
    StaffName name = found.get().name();
    return Optional.of(new SignedIn(name, new StaffTable(sql).roles(name), station, ticket));
  }

  /** Whether it is good still, for the same roles; somebody may have ended it meanwhile. */
  boolean still(SignedIn who, Instant now) throws SQLException {
    Optional<Ticket> found = sql.one(
        "SELECT name, made_at, used_at FROM staff_tickets WHERE digest = ?",
        row -> new Ticket(
            new StaffName(row.text("name")), row.instant("made_at"), row.instant("used_at")),
        who.ticket());
    return found.isPresent()
        && found.get().goodAt(now)
        && new StaffTable(sql).roles(who.name()).equals(who.roles());
  }

  /**
   * Ends one.
   *
   * @param ticket its digest
   */
  void end(String ticket) throws SQLException {
    sql.update("DELETE FROM staff_tickets WHERE digest = ?", ticket);
  }

  void endAll(StaffName name) throws SQLException {
    sql.update("DELETE FROM staff_tickets WHERE name = ?", name.name());
  }

  void challenge(SignedIn who, LinkChallenge challenge, Instant now) throws SQLException {
    sql.update("""
        INSERT INTO link_challenges (ticket, digest, made_at) VALUES (?, ?, ?)
        ON CONFLICT (ticket) DO UPDATE SET digest = excluded.digest, made_at = excluded.made_at
        """, who.ticket(), digested(challenge), now);
  }

  /** Whether the challenge was given to this ticket a short while ago; then it is used up. */
  boolean useChallenge(SignedIn who, LinkChallenge challenge, Instant now) throws SQLException {
    Optional<Instant> madeAt = sql.one(
        "SELECT made_at FROM link_challenges WHERE ticket = ? AND digest = ?",
        row -> row.instant("made_at"),
        who.ticket(),
        digested(challenge));
    sql.update(
        "DELETE FROM link_challenges WHERE ticket = ? AND digest = ?",
        who.ticket(),
        digested(challenge));
    return madeAt
        .filter(at -> !now.isBefore(at) && now.isBefore(at.plus(CHALLENGE_MAXIMUM)))
        .isPresent();
  }

  private String digested(LinkChallenge challenge) {
    return digest.of(CHALLENGE, HexFormat.of().formatHex(challenge.bytes()));
  }
}
