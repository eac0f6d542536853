package org.kashidashi.sync.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.CardKey;
import org.kashidashi.sync.registry.LinkAnswer;
import org.kashidashi.sync.registry.Remembered;

/** Links by a keyed digest of the person; library card number and card key sealed. */
final class LinkRows {
  private static final String FIND =
      "SELECT patron_sealed, card_key_sealed, as_of FROM links WHERE person_digest = ?";
  private static final String REPLACE =
      "INSERT OR REPLACE INTO links (person_digest, patron_sealed, card_key_sealed, as_of)"
          + " VALUES (?, ?, ?, ?)";
  private static final String FORGET = "DELETE FROM links WHERE person_digest = ?";

  private final Database database;
  private final Seal seal;

  LinkRows(Database database, Seal seal) {
    this.database = database;
    this.seal = seal;
  }

  Optional<Remembered<LinkAnswer.Linked>> find(byte[] digest)
      throws SQLException, StoreDamagedException {
    PreparedStatement statement = database.statement(FIND);
    statement.setBytes(1, digest);
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(link(row)) : Optional.empty();
    }
  }

  private Remembered<LinkAnswer.Linked> link(ResultSet row)
      throws SQLException, StoreDamagedException {
    PatronId patron = new PatronId(seal.open(Seal.Purpose.PATRON, row.getBytes(1)));
    byte[] key = row.getBytes(2);
    Optional<CardKey> cardKey = row.wasNull() ? Optional.empty() : Optional.of(opened(key));
    return new Remembered<>(
        new LinkAnswer.Linked(patron, cardKey), Instant.ofEpochMilli(row.getLong(3)));
  }

  private CardKey opened(byte[] sealed) throws StoreDamagedException {
    return new CardKey(Base64.getDecoder().decode(seal.open(Seal.Purpose.CARD_KEY, sealed)));
  }

  void replace(byte[] digest, LinkAnswer.Linked link, Instant asOf) throws SQLException {
    PreparedStatement statement = database.statement(REPLACE);
    statement.setBytes(1, digest);
    statement.setBytes(2, seal.close(Seal.Purpose.PATRON, link.patron().number()));
    if (link.cardKey().isPresent()) {
      String key = Base64.getEncoder().encodeToString(link.cardKey().get().spki());
      statement.setBytes(3, seal.close(Seal.Purpose.CARD_KEY, key));
    } else {
      statement.setNull(3, Types.BLOB);
    }
    statement.setLong(4, asOf.toEpochMilli());
    statement.executeUpdate();
  }

  /** How many rows that were. */
  int forget(byte[] digest) throws SQLException {
    PreparedStatement statement = database.statement(FORGET);
    statement.setBytes(1, digest);
    return statement.executeUpdate();
  }
}
