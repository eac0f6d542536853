package org.kashidashi.central.store;

import java.sql.SQLException;
import org.kashidashi.central.registry.FoundLink;
import org.kashidashi.central.registry.LinkRecord;
import org.kashidashi.central.registry.LinkState;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.PersonIdentifier;

/** Links of one library, found by keyed digests only. */
final class LinkTable {
  private static final String PURPOSE = "identifier";

  private final Sql sql;
  private final String library;
  private final KeyedDigest digest;

  LinkTable(Sql sql, String library, KeyedDigest digest) {
    this.sql = sql;
    this.library = library;
    this.digest = digest;
  }

  FoundLink find(PersonIdentifier person) throws SQLException {
    return sql.one("""
            SELECT state, patron FROM links WHERE library = ? AND kind = ? AND identifier = ?
            """, LinkTable::found, library, person.kind(), digested(person))
        .orElse(new FoundLink.NotLinked());
  }

  /** Whether the library card has an active link to somebody else. */
  boolean linkedToAnother(PatronId patron, PersonIdentifier person) throws SQLException {
    return !sql.all(
            """
            SELECT state FROM links
            WHERE library = ? AND patron = ? AND NOT (kind = ? AND identifier = ?)
            """,
            row -> row.text("state"),
            library,
            patron.number(),
            person.kind(),
            digested(person))
        .isEmpty();
  }

  /** A link that is there already is replaced. */
  void put(LinkRecord link) throws SQLException {
    sql.update(
        """
        INSERT INTO links (library, kind, identifier, state, patron) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (library, kind, identifier) DO UPDATE SET state = excluded.state,
          patron = excluded.patron
        """,
        library,
        link.person().kind(),
        digested(link.person()),
        link.state(),
        link.patron().map(PatronId::number));
  }

  private static FoundLink found(Row row) throws SQLException {
    return switch (row.oneOf("state", LinkState.class)) {
      case ACTIVE -> new FoundLink.Linked(new PatronId(row.text("patron")));
      case REMOVED -> new FoundLink.NotLinked();
      case REMOVED_REISSUED -> new FoundLink.Reissued();
    };
  }

  private String digested(PersonIdentifier person) {
    return digest.of(PURPOSE, person.kind() + "\n" + person.value());
  }
}
