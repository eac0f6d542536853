package org.kashidashi.kiosk.counter;

import java.util.Set;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.sync.registry.counter.CounterPatron;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.counter.StaffTicket;

/** Shows how a patron stands. */
final class PatronTask implements Task {
  private final Talk talk;
  private final Patrons patrons;

  PatronTask(Talk talk, Patrons patrons) {
    this.talk = talk;
    this.patrons = patrons;
  }

  @Override
  public CounterTask name() {
    return CounterTask.PATRON;
  }

  @Override
  public Set<StaffRole> roles() {
    return Set.of(StaffRole.CIRCULATION, StaffRole.REGISTRATION);
  }

  @Override
  public void run(StaffTicket ticket) throws DialogueOverException, TaskEndedException {
    CounterPatron patron = patrons.find(ticket);
    talk.tell(patron.personKept() ? Phrase.PERSON_KEPT : Phrase.PERSON_NOT_KEPT);
  }
}
