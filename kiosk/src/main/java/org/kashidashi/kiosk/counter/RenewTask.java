package org.kashidashi.kiosk.counter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.kashidashi.kiosk.audit.CounterOutcome;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.CounterPatron;
import org.kashidashi.sync.registry.counter.CounterRefusal;
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
  private final Clock clock;

  /**
   * @param clock in the library's time zone
   */
  RenewTask(
      Talk talk, Patrons patrons, RegistrationForm form, CounterRegistry registry, Clock clock) {
    this.talk = talk;
    this.patrons = patrons;
    this.form = form;
    this.registry = registry;
    this.replies = new Replies(talk);
    this.clock = clock;
  }

  @Override
  public CounterTask name() {
    return CounterTask.RENEW;
  }

  @Override
  public Set<StaffRole> roles() {
    return Set.of(StaffRole.REGISTRATION);
  }

  /** Nobody fills in a form only to hear that it is too early. */
  @Override
  public void run(StaffTicket ticket) throws DialogueOverException, TaskEndedException {
    CounterPatron patron = patrons.find(ticket);
    PatronId number = patron.standing().patron();
    if (LocalDate.now(clock).isBefore(patron.renewableFrom())
        && !talk.yes(Phrase.RENEW_CHANGES, patron.renewableFrom())) {
      throw new TaskEndedException(
          CounterOutcome.STOPPED, CounterRefusal.TOO_EARLY_TO_RENEW.name());
    }
    CounterPatron renewed = replies.done(registry.renew(ticket, number, form.fill()));
    talk.tell(Phrase.RENEWED, number.masked(), renewed.standing().expires());
  }
}
