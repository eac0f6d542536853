package org.kashidashi.central.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.kashidashi.central.registry.FoundLink;
import org.kashidashi.central.registry.LinkRecord;
import org.kashidashi.central.registry.LinkState;
import org.kashidashi.central.registry.LinkedPerson;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.CardKey;
import org.kashidashi.sync.registry.IdentifierKind;
import org.kashidashi.sync.registry.PersonIdentifier;

/**
 * Links of one library, found by keyed digests only. The identifier is kept sealed beside its
 * digest, since the authority is asked by it once a month.
 */
final class LinkTable {
  private static final String PURPOSE = "identifier";
  private static final String CARD_KEY = "card key";

  private final Sql sql;
  private final String library;
  private final KeyedDigest digest;
  private final SealedText sealed;

  LinkTable(Sql sql, String library, StoreKeys keys) {
    this.sql = sql;
    this.library = library;
    this.digest = keys.digest();
    this.sealed = keys.sealed();
  }

  /** An active link of a library card. */
  record Active(IdentifierKind kind, String identifier, LocalDate madeOn) {}

  private record Found(LinkState state, Optional<String> patron, Optional<String> cardKey) {}

  FoundLink find(PersonIdentifier person) throws SQLException, StoreDamagedException {
    Optional<Found> found = sql.one(
        """
        SELECT state, patron, sealed_card_key FROM links
        WHERE library = ? AND kind = ? AND identifier = ?
        """,
        row -> new Found(
            row.oneOf("state", LinkState.class),
            row.optionalText("patron"),
            row.optionalText("sealed_card_key")),
        library,
        person.kind(),
        digested(person));
    if (found.isEmpty()) {
      return new FoundLink.NotLinked();
    }
    return switch (found.get().state()) {
      case ACTIVE -> linked(found.get());
      case REMOVED -> new FoundLink.NotLinked();
      case REMOVED_REISSUED -> new FoundLink.Reissued();
    };
  }

  Optional<Active> ofPatron(PatronId patron) throws SQLException {
    return sql.one(
        """
        SELECT kind, identifier, made_on FROM links
        WHERE library = ? AND patron = ? AND state = ?
        """,
        row -> new Active(
            row.oneOf("kind", IdentifierKind.class), row.text("identifier"), row.date("made_on")),
        library,
        patron.number(),
        LinkState.ACTIVE);
  }

  /** Whether the library card has an active link to somebody else. */
  boolean linkedToAnother(PatronId patron, PersonIdentifier person) throws SQLException {
    return ofPatron(patron)
        .filter(link -> link.kind() != person.kind() || !link.identifier().equals(digested(person)))
        .isPresent();
  }

  /**
   * A link that is there already is replaced; one to the same library card stays as it is, and so
   * does one that a counter has removed: the file may be older than that.
   */
  void put(LinkRecord link, LocalDate on) throws SQLException {
    if (!stays(link)) {
      put(link.person(), link.state(), link.patron(), on, Optional.empty());
    }
  }

  /** Links of before have no sealed identifier until they are loaded again. */
  private boolean stays(LinkRecord link) throws SQLException {
    if (removedAtCounter(link.person())) {
      return true;
    }
    if (link.patron().isEmpty()) {
      return false;
    }
    String patron = link.patron().get().number();
    return sql.update(
            """
        UPDATE links SET sealed_identifier = coalesce(sealed_identifier, ?)
        WHERE library = ? AND kind = ? AND identifier = ? AND patron = ?
        """,
            sealed.seal(PURPOSE, patron, link.person().value()),
            library,
            link.person().kind(),
            digested(link.person()),
            patron)
        > 0;
  }

  void make(PersonIdentifier person, PatronId patron, LocalDate on, Optional<CardKey> cardKey)
      throws SQLException {
    put(person, LinkState.ACTIVE, Optional.of(patron), on, cardKey);
  }

  private boolean removedAtCounter(PersonIdentifier person) throws SQLException {
    return sql.one("""
        SELECT state FROM links
        WHERE library = ? AND kind = ? AND identifier = ? AND removed_on IS NOT NULL
        """, row -> row.text("state"), library, person.kind(), digested(person))
        .isPresent();
  }

  /** Takes the patron out of a link, and all that stands for the person but the digest. */
  boolean remove(PatronId patron, LinkState state, LocalDate on) throws SQLException {
    return sql.update("""
        UPDATE links SET state = ?, patron = NULL, made_on = NULL, sealed_identifier = NULL,
          sealed_card_key = NULL, removed_on = ?
        WHERE library = ? AND patron = ?
        """, state, on, library, patron.number()) > 0;
  }

  /** Forgets what is left of links that counters removed before a day. */
  int prune(LocalDate keptFrom) throws SQLException {
    return sql.update("DELETE FROM links WHERE library = ? AND removed_on < ?", library, keptFrom);
  }

  boolean hasCardKey(PatronId patron) throws SQLException {
    return sql.one("""
        SELECT state FROM links
        WHERE library = ? AND patron = ? AND sealed_card_key IS NOT NULL
        """, row -> row.text("state"), library, patron.number()).isPresent();
  }

  /** Active links in the order of the library cards, so many after one of them. */
  List<LinkedPerson> page(Optional<PatronId> after, int limit)
      throws SQLException, StoreDamagedException {
    record Sealed(PatronId patron, IdentifierKind kind, Optional<String> identifier) {}
    List<Sealed> rows = sql.all(
        """
        SELECT patron, kind, sealed_identifier FROM links
        WHERE library = ? AND state = ? AND patron > ?
        ORDER BY patron LIMIT ?
        """,
        row -> new Sealed(
            new PatronId(row.text("patron")),
            row.oneOf("kind", IdentifierKind.class),
            row.optionalText("sealed_identifier")),
        library,
        LinkState.ACTIVE,
        after.map(PatronId::number).orElse(""),
        limit);
    List<LinkedPerson> persons = new ArrayList<>();
    for (Sealed row : rows) {
      Optional<PersonIdentifier> person = Optional.empty();
      if (row.identifier().isPresent()) {
        String identifier =
            sealed.open(PURPOSE, row.patron().number(), row.identifier().get());
        person = Optional.of(new PersonIdentifier(row.kind(), identifier));
      }
      persons.add(new LinkedPerson(row.patron(), person));
    }
    return persons;
  }

  private void put(
      PersonIdentifier person,
      LinkState state,
      Optional<PatronId> patron,
      LocalDate on,
      Optional<CardKey> cardKey)
      throws SQLException {
    sql.update(
        """
        INSERT INTO links (library, kind, identifier, state, patron, made_on, sealed_identifier,
          sealed_card_key)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (library, kind, identifier) DO UPDATE SET state = excluded.state,
          patron = excluded.patron, made_on = excluded.made_on,
          sealed_identifier = excluded.sealed_identifier,
          sealed_card_key = excluded.sealed_card_key, removed_on = NULL
        """,
        library,
        person.kind(),
        digested(person),
        state,
        patron.map(PatronId::number),
        patron.map(_ -> on),
        patron.map(one -> sealed.seal(PURPOSE, one.number(), person.value())),
        patron.flatMap(one -> cardKey.map(key ->
            sealed.seal(CARD_KEY, one.number(), Base64.getEncoder().encodeToString(key.spki())))));
  }

  private FoundLink linked(Found row) throws StoreDamagedException {
    PatronId patron = new PatronId(row.patron().orElseThrow());
    Optional<CardKey> cardKey = Optional.empty();
    if (row.cardKey().isPresent()) {
      String spki = sealed.open(CARD_KEY, patron.number(), row.cardKey().get());
      cardKey = Optional.of(new CardKey(Base64.getDecoder().decode(spki)));
    }
    return new FoundLink.Linked(patron, cardKey);
  }

  private String digested(PersonIdentifier person) {
    return digest.of(PURPOSE, person.kind() + "\n" + person.value());
  }
}
