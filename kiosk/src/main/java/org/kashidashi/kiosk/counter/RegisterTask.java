package org.kashidashi.kiosk.counter;

import java.util.Set;
import org.kashidashi.kiosk.audit.CounterOutcome;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.LinkApplication;
import org.kashidashi.sync.registry.counter.Registration;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.counter.StaffTicket;

/** Gives out a library card, and links it in one go where the person wants that. */
final class RegisterTask implements Task {
  /** Without a link there is no library card for this either. */
  private static final Set<String> REFUSES_CARD =
      Set.of(CounterRefusal.DOCUMENT_NOT_ENOUGH.name(), CounterRefusal.NOT_OFFERED.name());

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
    if (!talk.yes(Phrase.LINK_NOW)) {
      talk.registered(delivery.send(ticket, registration));
      return;
    }
    try {
      linking.link(ticket, new LinkApplication.Holder.Newcomer(registration), false, true);
    } catch (TaskEndedException ended) {
      if (!cardIsMissing(ended) || !talk.yes(Phrase.WITHOUT_LINK)) {
        throw ended;
      }
      // The form's key makes it safe, whatever became of the link.
      talk.registered(delivery.send(ticket, registration));
      throw new TaskEndedException(CounterOutcome.DONE, ended.code());
    }
  }

  /** Whether a library card is still to be given out, and can be. */
  private static boolean cardIsMissing(TaskEndedException ended) {
    return switch (ended.outcome()) {
      case REFUSED -> !REFUSES_CARD.contains(ended.code());
      case STOPPED, UNREACHABLE -> true;
      // After a lost answer the form was sent again already.
      case NOT_KNOWN, DONE, NOT_ALLOWED, SIGNED_OUT, FAULT -> false;
    };
  }
}
