package org.kashidashi.central.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.kashidashi.central.circulation.LoanRules;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.CounterPatron;

/** A patron as a counter sees them, put together out of the tables. */
final class CounterView {
  private final LoanRules loans;
  private final LibraryRules library;
  private final PatronTable patrons;
  private final LinkTable links;
  private final PersonTable persons;

  CounterView(Sql sql, LoanRules loans, LibraryRules library, LinkTable links, SealedText sealed) {
    this.loans = loans;
    this.library = library;
    this.patrons = new PatronTable(sql);
    this.links = links;
    this.persons = new PersonTable(sql, sealed);
  }

  Optional<CounterPatron> of(PatronId patron, Instant now) throws SQLException {
    var standing = patrons.standing(patron, loans, now);
    if (standing.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new CounterPatron(
        standing.get(),
        links.ofPatron(patron).map(LinkTable.Active::madeOn),
        library.validity().renewableFrom(standing.get().expires()),
        persons.has(patron)));
  }
}
