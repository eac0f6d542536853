package org.kashidashi.kiosk.counter;

import org.kashidashi.kiosk.audit.CounterOutcome;
import org.kashidashi.sync.registry.counter.CounterPatron;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.CounterReply;
import org.kashidashi.sync.registry.counter.Registration;
import org.kashidashi.sync.registry.counter.StaffTicket;

/**
 * Sends an application for a library card, again if the answer gets lost: the registry knows the
 * form by its key and gives out one card for it.
 */
final class FormDelivery {
  private final Talk talk;
  private final CounterRegistry registry;
  private final Replies replies;

  FormDelivery(Talk talk, CounterRegistry registry) {
    this.talk = talk;
    this.registry = registry;
    this.replies = new Replies(talk);
  }

  CounterPatron send(StaffTicket ticket, Registration registration)
      throws DialogueOverException, TaskEndedException {
    CounterReply<CounterPatron> reply = registry.register(ticket, registration);
    while (reply instanceof CounterReply.Unreachable<CounterPatron>) {
      talk.tell(Phrase.NOT_KNOWN_REGISTERED);
      if (!talk.yes(Phrase.SEND_AGAIN)) {
        throw new TaskEndedException(CounterOutcome.NOT_KNOWN);
      }
      reply = registry.register(ticket, registration);
    }
    return replies.done(reply);
  }
}
