package org.kashidashi.kiosk.counter;

import java.util.Set;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.sync.registry.counter.LinkApplication;
import org.kashidashi.sync.registry.counter.Registration;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.counter.StaffTicket;

/** Gives out a library card, and links it in one go where the person wants that. */
final class RegisterTask implements Task {
  private final Talk talk;
  private final RegistrationForm form;
  private final Linking linking;
  private final FormDelivery delivery;

  RegisterTask(Talk talk, RegistrationForm form, Linking linking, FormDelivery delivery) {
    this.talk = talk;
    this.form = form;
    this.linking = linking;
    this.delivery = delivery;
  }

  @Override
  public CounterTask name() {
    return CounterTask.REGISTER;
  }

  @Override
  public Set<StaffRole> roles() {
    return Set.of(StaffRole.REGISTRATION);
  }

  @Override
  public void run(StaffTicket ticket) throws DialogueOverException, TaskEndedException {
    talk.tell(Phrase.CONSENT_TO_LIBRARY);
    Registration registration = form.fill();
    if (talk.yes(Phrase.LINK_NOW)) {
      linking.link(ticket, new LinkApplication.Holder.Newcomer(registration), false, true);
      return;
    }
    talk.registered(delivery.send(ticket, registration));
  }
}
