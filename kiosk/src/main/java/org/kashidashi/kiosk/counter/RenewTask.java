package org.kashidashi.kiosk.counter;

import java.util.Set;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.CounterPatron;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.counter.StaffTicket;

/** Renews a library card for a person who is there with a document. */
final class RenewTask implements Task {
  private final Talk talk;
  private final Patrons patrons;
  private final RegistrationForm form;
  private final CounterRegistry registry;
  private final Replies replies;

  RenewTask(Talk talk, Patrons patrons, RegistrationForm form, CounterRegistry registry) {
    this.talk = talk;
    this.patrons = patrons;
    this.form = form;
    this.registry = registry;
    this.replies = new Replies(talk);
  }

  @Override
  public CounterTask name() {
    return CounterTask.RENEW;
  }

  @Override
  public Set<StaffRole> roles() {
    return Set.of(StaffRole.REGISTRATION);
  }

  @Override
  public void run(StaffTicket ticket) throws DialogueOverException, TaskEndedException {
    PatronId number = patrons.find(ticket).standing().patron();
    CounterPatron renewed = replies.done(registry.renew(ticket, number, form.fill()));
    talk.tell(Phrase.RENEWED, number.masked(), renewed.standing().expires());
  }
}
