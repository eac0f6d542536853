package org.kashidashi.kiosk.counter;

import java.util.List;
import java.util.Set;
import org.kashidashi.kiosk.audit.CounterOutcome;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.CounterPatron;
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
    UnlinkReason reason = talk.choose(Phrase.UNLINK_REASON, List.of(UnlinkReason.values()));
    if (reason == UnlinkReason.CARD_LOST) {
      talk.tell(Phrase.LOST_CARD_CALL, cardStop);
    }
    PatronId number = patron.standing().patron();
    if (!confirmed(patron)) {
      throw new TaskEndedException(CounterOutcome.STOPPED);
    }
    unlink(ticket, patron, reason);
    talk.tell(Phrase.UNLINKED, number.masked());
  }

  /** A link of the old method has no day; only the registry knows whether there is one. */
  private boolean confirmed(CounterPatron patron) throws DialogueOverException, TaskEndedException {
    String masked = patron.standing().patron().masked();
    return patron.linkedOn().isPresent()
        ? talk.yes(Phrase.UNLINK_CONFIRM, masked, patron.linkedOn().get())
        : talk.yes(Phrase.UNLINK_OLD_CONFIRM, masked);
  }

  private void unlink(StaffTicket ticket, CounterPatron patron, UnlinkReason reason)
      throws TaskEndedException {
    PatronId number = patron.standing().patron();
    CounterReply<CounterRegistry.Done> reply = registry.unlink(ticket, number, reason);
    boolean lost = reply instanceof CounterReply.Unreachable<CounterRegistry.Done>;
    // Of a link of the old method, a look tells nothing.
    if (lost
        && patron.linkedOn().isPresent()
        && registry.patron(ticket, number) instanceof CounterReply.Ok<CounterPatron>(var now)) {
      if (now.linkedOn().isEmpty()) {
        return;
      }
      talk.tell(Phrase.NOT_DONE_SO_FAR);
      throw new TaskEndedException(CounterOutcome.NOT_KNOWN);
    }
    var _ = replies.done(reply);
  }
}
