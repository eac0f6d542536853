package org.kashidashi.kiosk.counter;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kashidashi.hal.card.jpki.CardReading;
import org.kashidashi.kiosk.audit.CounterOutcome;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.kiosk.identity.Identification;
import org.kashidashi.sync.circulation.DueDate;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.lending.LendingDesk;
import org.kashidashi.sync.lending.LendingSession;
import org.kashidashi.sync.lending.LoanAnswer;
import org.kashidashi.sync.lending.PatronAnswer;
import org.kashidashi.sync.registry.counter.CounterPatron;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.CounterReply;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.counter.StaffTicket;
import org.kashidashi.sync.store.StoreException;

/** Lends items to a patron who stands at the counter, by My Number Card or library card. */
final class LendTask implements Task {
  private final Talk talk;
  private final Numbers numbers;
  private final CardPlace card;
  private final Function<CardReading, Identification> identification;
  private final LendingDesk lending;
  private final Outbox outbox;
  private final CounterRegistry registry;
  private final Replies replies;
  private final String start;
  private int sessions;

  /**
   * @param start names this start of the program, so that sessions of two starts never meet
   */
  LendTask(
      Talk talk,
      Numbers numbers,
      CardPlace card,
      Function<CardReading, Identification> identification,
      LendingDesk lending,
      Outbox outbox,
      CounterRegistry registry,
      String start) {
    this.talk = talk;
    this.numbers = numbers;
    this.card = card;
    this.identification = identification;
    this.lending = lending;
    this.outbox = outbox;
    this.registry = registry;
    this.replies = new Replies(talk);
    this.start = start;
  }

  @Override
  public CounterTask name() {
    return CounterTask.LEND;
  }

  @Override
  public Set<StaffRole> roles() {
    return Set.of(StaffRole.CIRCULATION);
  }

  @Override
  public void run(StaffTicket ticket)
      throws DialogueOverException, TaskEndedException, StoreException {
    Optional<PatronId> shown = numbers.patronOrEnter(Phrase.PATRON_OR_CARD);
    PatronId patron = shown.isPresent() ? shown.get() : byCard();
    writeDown(ticket, patron);
    LendingSession session = welcome(patron);
    int lent = 0;
    try {
      for (Optional<ItemBarcode> item = numbers.itemOrEnter();
          item.isPresent();
          item = numbers.itemOrEnter()) {
        lent += lend(session, item.get()) ? 1 : 0;
      }
    } finally {
      // However it ends, whoever stands here has seen what was lent.
      talk.tell(Phrase.LENT_ALL, lent);
      lending.end(session.id());
    }
  }

  private PatronId byCard() throws DialogueOverException, TaskEndedException {
    return switch (identification.apply(card.read(talk))) {
      case Identification.Identified(PatronId patron) -> {
        // Before the first book: nobody forgets a card that they hold.
        card.vacate(talk);
        yield patron;
      }
      case Identification.NotIdentified reason -> throw CardPlace.ended(talk, Obstacles.of(reason));
    };
  }

  /**
   * Asks the registry first, which writes down who on the staff looked at whom. What it answers of
   * the patron is no reason here, and without it there is lending still.
   */
  private void writeDown(StaffTicket ticket, PatronId patron) throws TaskEndedException {
    CounterReply<CounterPatron> reply = registry.patron(ticket, patron);
    boolean over = switch (reply) {
      case CounterReply.NotSignedIn<CounterPatron> _, CounterReply.NotAllowed<CounterPatron> _ ->
        true;
      case CounterReply.Ok<CounterPatron> _,
          CounterReply.Refused<CounterPatron> _,
          CounterReply.Unreachable<CounterPatron> _ -> false;
    };
    if (over) {
      var _ = replies.ok(reply);
    }
  }

  private LendingSession welcome(PatronId patron) throws TaskEndedException, StoreException {
    return switch (lending.welcome(patron)) {
      case PatronAnswer.Welcome(var standing, boolean offline) -> {
        tellStanding(standing);
        if (offline) {
          talk.tell(Phrase.OFFLINE);
        }
        sessions++;
        yield new LendingSession("%s-c%d".formatted(start, sessions), standing, offline);
      }
      case PatronAnswer.NotNow(var standing, var refusal) -> {
        tellStanding(standing);
        talk.refused(refusal);
        throw new TaskEndedException(CounterOutcome.REFUSED);
      }
      case PatronAnswer.UnknownPatron _ -> {
        talk.say(talk.words().unknownPatron());
        throw new TaskEndedException(CounterOutcome.REFUSED);
      }
      case PatronAnswer.NotCached _ -> {
        talk.say(talk.words().patronNotCached());
        throw new TaskEndedException(CounterOutcome.UNREACHABLE);
      }
    };
  }

  private void tellStanding(PatronStanding standing) {
    talk.row(Phrase.PATRON, standing.patron().masked());
    talk.row(Phrase.EXPIRES, standing.expires().toString());
    talk.row(Phrase.LOANS, "%d / %d".formatted(standing.loansOut(), standing.loanLimit()));
  }

  private boolean lend(LendingSession session, ItemBarcode item) throws StoreException {
    return switch (lending.lend(session, item)) {
      case LoanAnswer.Lent(var lent, var due, boolean offline, boolean ownHold) -> {
        tellLent(lent.title(), due);
        if (offline) {
          talk.tell(Phrase.LENT_OFFLINE);
        }
        if (ownHold) {
          talk.tell(Phrase.LENT_OWN_HOLD);
        }
        outbox.nudge(!offline);
        yield true;
      }
      case LoanAnswer.NotLent(var refusal) -> {
        talk.refused(refusal);
        yield false;
      }
    };
  }

  private void tellLent(String title, Optional<DueDate> due) {
    if (due.isPresent()) {
      talk.tell(Phrase.LENT, due.get().date(), title);
    } else {
      talk.tell(Phrase.LENT_NO_DATE, title);
    }
  }
}
