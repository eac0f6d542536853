package org.kashidashi.kiosk.counter;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.registry.counter.CounterPatron;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.StaffTicket;

/** Finds a patron for staff, and shows what a desk needs to know, without a name. */
final class Patrons {
  private final Talk talk;
  private final Numbers numbers;
  private final CounterRegistry registry;
  private final Replies replies;

  Patrons(Talk talk, Numbers numbers, CounterRegistry registry) {
    this.talk = talk;
    this.numbers = numbers;
    this.registry = registry;
    this.replies = new Replies(talk);
  }

  /** Asks for a number and shows whose it is. */
  CounterPatron find(StaffTicket ticket) throws DialogueOverException, TaskEndedException {
    PatronId number = numbers.patron();
    CounterPatron patron = replies.ok(registry.patron(ticket, number));
    tell(patron);
    return patron;
  }

  void tell(CounterPatron patron) {
    PatronStanding standing = patron.standing();
    talk.row(Phrase.PATRON, standing.patron().masked());
    talk.row(Phrase.EXPIRES, standing.expires().toString());
    talk.row(Phrase.RENEWABLE_FROM, patron.renewableFrom().toString());
    talk.row(Phrase.LOANS, "%d / %d".formatted(standing.loansOut(), standing.loanLimit()));
    talk.row(Phrase.BLOCKS, blocks(standing));
    talk.row(
        Phrase.LINKED_ON,
        patron.linkedOn().map(LocalDate::toString).orElse(talk.words().of(Phrase.NOT_LINKED)));
  }

  private String blocks(PatronStanding standing) {
    return standing.blocks().isEmpty()
        ? talk.words().of(Phrase.NO_BLOCKS)
        : standing.blocks().stream()
            .sorted()
            .map(talk.words()::name)
            .collect(Collectors.joining(", "));
  }
}
