package org.kashidashi.kiosk.counter;

import java.util.Set;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.PersonRecord;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.counter.StaffTicket;

/** Shows what the library keeps of a person; that somebody looked is written down. */
final class ShowPersonTask implements Task {
  private final Talk talk;
  private final Numbers numbers;
  private final CounterRegistry registry;
  private final Replies replies;

  ShowPersonTask(Talk talk, Numbers numbers, CounterRegistry registry) {
    this.talk = talk;
    this.numbers = numbers;
    this.registry = registry;
    this.replies = new Replies(talk);
  }

  @Override
  public CounterTask name() {
    return CounterTask.SHOW_PERSON;
  }

  @Override
  public Set<StaffRole> roles() {
    return Set.of(StaffRole.REGISTRATION);
  }

  @Override
  public void run(StaffTicket ticket) throws DialogueOverException, TaskEndedException {
    talk.tell(Phrase.PERSON_WRITTEN_DOWN);
    PersonRecord person = replies.ok(registry.person(ticket, numbers.patron()));
    talk.row(Phrase.PERSON_NAME, person.details().name());
    talk.row(Phrase.ADDRESS, person.details().address());
    talk.row(Phrase.FORM_BIRTH_DATE, person.details().birthDate().toString());
    person.details().sex().ifPresent(sex -> talk.row(Phrase.SEX, talk.words().name(sex)));
    talk.row(Phrase.FORM_TELEPHONE, person.telephone().orElse(""));
  }
}
