package org.kashidashi.kiosk.counter;

import java.util.List;
import java.util.Set;
import org.kashidashi.kiosk.audit.CounterOutcome;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.CounterPatron;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.CounterReply;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.counter.StaffTicket;
import org.kashidashi.sync.registry.counter.UnlinkReason;

/** Removes a link; by telephone, too, with neither the card nor the person there. */
final class UnlinkTask implements Task {
  private final Talk talk;
  private final Patrons patrons;
  private final CounterRegistry registry;
  private final Replies replies;
  private final String cardStop;

  /**
   * @param cardStop the telephone that stops a lost card
   */
  UnlinkTask(Talk talk, Patrons patrons, CounterRegistry registry, String cardStop) {
    this.talk = talk;
    this.patrons = patrons;
    this.registry = registry;
    this.replies = new Replies(talk);
    this.cardStop = cardStop;
  }

  @Override
  public CounterTask name() {
    return CounterTask.UNLINK;
  }

  @Override
  public Set<StaffRole> roles() {
    return Set.of(StaffRole.REGISTRATION);
  }

  @Override
  public void run(StaffTicket ticket) throws DialogueOverException, TaskEndedException {
    CounterPatron patron = patrons.find(ticket);
    if (patron.linkedOn().isEmpty()) {
      talk.refused(CounterRefusal.NOT_LINKED);
      throw new TaskEndedException(CounterOutcome.REFUSED, CounterRefusal.NOT_LINKED.name());
    }
    UnlinkReason reason = talk.choose(Phrase.UNLINK_REASON, List.of(UnlinkReason.values()));
    if (reason == UnlinkReason.CARD_LOST) {
      talk.tell(Phrase.LOST_CARD_CALL, cardStop);
    }
    PatronId number = patron.standing().patron();
    if (!talk.yes(Phrase.UNLINK_CONFIRM, number.masked(), patron.linkedOn().get())) {
      throw new TaskEndedException(CounterOutcome.STOPPED);
    }
    unlink(ticket, number, reason);
    talk.tell(Phrase.UNLINKED, number.masked());
  }

  private void unlink(StaffTicket ticket, PatronId number, UnlinkReason reason)
      throws TaskEndedException {
    CounterReply<CounterRegistry.Done> reply = registry.unlink(ticket, number, reason);
    boolean lost = reply instanceof CounterReply.Unreachable<CounterRegistry.Done>;
    if (lost
        && registry.patron(ticket, number) instanceof CounterReply.Ok<CounterPatron>(var now)) {
      if (now.linkedOn().isEmpty()) {
        return;
      }
      talk.tell(Phrase.NOT_KNOWN_NOT_DONE);
      throw new TaskEndedException(CounterOutcome.UNREACHABLE);
    }
    var _ = replies.done(reply);
  }
}
