package org.kashidashi.kiosk.counter;

import org.kashidashi.kiosk.audit.CounterOutcome;
import org.kashidashi.sync.registry.counter.CounterReply;

/** Tells staff of every answer of the registry but the one that was hoped for. */
final class Replies {
  private final Talk talk;

  Replies(Talk talk) {
    this.talk = talk;
  }

  /** The answer to a question that changes nothing: no harm is done if it got lost. */
  <T> T ok(CounterReply<T> reply) throws TaskEndedException {
    if (reply instanceof CounterReply.Unreachable<T>) {
      talk.tell(Phrase.UNREACHABLE);
      throw new TaskEndedException(CounterOutcome.UNREACHABLE);
    }
    return done(reply);
  }

  /** The answer to something that is to be done, unless the answer was lost. */
  <T> T done(CounterReply<T> reply) throws TaskEndedException {
    return switch (reply) {
      case CounterReply.Ok<T>(T value) -> value;
      case CounterReply.Refused<T>(var refusal, var places) -> {
        talk.refused(refusal, places);
        throw new TaskEndedException(CounterOutcome.REFUSED, refusal.name());
      }
      case CounterReply.NotSignedIn<T> _ -> {
        talk.tell(Phrase.SIGN_IN_AGAIN);
        throw new TaskEndedException(CounterOutcome.SIGNED_OUT);
      }
      case CounterReply.NotAllowed<T> _ -> {
        talk.tell(Phrase.NOT_ALLOWED);
        throw new TaskEndedException(CounterOutcome.NOT_ALLOWED);
      }
      case CounterReply.Unreachable<T> _ -> {
        talk.tell(Phrase.NOT_KNOWN);
        throw new TaskEndedException(CounterOutcome.NOT_KNOWN);
      }
    };
  }
}
