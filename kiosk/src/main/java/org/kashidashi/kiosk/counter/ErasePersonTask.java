package org.kashidashi.kiosk.counter;

import java.util.Set;
import org.kashidashi.kiosk.audit.CounterOutcome;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.counter.StaffTicket;

/** Erases what the library keeps of a person. */
final class ErasePersonTask implements Task {
  private final Talk talk;
  private final Patrons patrons;
  private final CounterRegistry registry;
  private final Replies replies;

  ErasePersonTask(Talk talk, Patrons patrons, CounterRegistry registry) {
    this.talk = talk;
    this.patrons = patrons;
    this.registry = registry;
    this.replies = new Replies(talk);
  }

  @Override
  public CounterTask name() {
    return CounterTask.ERASE_PERSON;
  }

  @Override
  public Set<StaffRole> roles() {
    return Set.of(StaffRole.SUPERVISION);
  }

  @Override
  public void run(StaffTicket ticket) throws DialogueOverException, TaskEndedException {
    PatronId patron = patrons.find(ticket).standing().patron();
    if (!talk.yes(Phrase.ERASE_CONFIRM, patron.masked()) || !talk.yes(Phrase.ERASE_AGAIN)) {
      throw new TaskEndedException(CounterOutcome.STOPPED);
    }
    var _ = replies.done(registry.erasePerson(ticket, patron));
    talk.tell(Phrase.ERASED);
  }
}
