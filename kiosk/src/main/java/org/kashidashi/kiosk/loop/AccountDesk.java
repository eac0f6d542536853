package org.kashidashi.kiosk.loop;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.kashidashi.kiosk.session.SessionEvent;
import org.kashidashi.kiosk.session.SessionId;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.ils.IlsConnector;
import org.kashidashi.sync.ils.IlsReply;

/**
 * On the lending thread: asks the library system about a patron's own loans.
 *
 * <p>It decides at once and alone: nothing of this is kept for later, so without an answer nothing
 * has happened that the patron could be told of.
 */
public final class AccountDesk {
  private final Executor thread;
  private final IlsConnector ils;
  private final Consumer<SessionEvent> events;
  private final AtomicLong forgotten = new AtomicLong();

  public AccountDesk(Executor thread, IlsConnector ils, Consumer<SessionEvent> events) {
    this.thread = thread;
    this.ils = ils;
    this.events = events;
  }

  void list(SessionId id, PatronId patron) {
    ask(id, () -> new SessionEvent.LoansListed(id, found(ils.loans(patron))));
  }

  void renew(SessionId id, PatronId patron, ItemBarcode item) {
    ask(id, () -> new SessionEvent.RenewalAnswered(id, item, found(ils.renew(item, patron))));
  }

  void giveBack(SessionId id, PatronId patron, ItemBarcode item) {
    ask(id, () -> new SessionEvent.GivingBackAnswered(id, item, found(ils.giveBack(item, patron))));
  }

  /** Nothing more is asked for this session, nor for any before it. Any thread. */
  void forget(SessionId id) {
    forgotten.accumulateAndGet(id.number(), Math::max);
  }

  private void ask(SessionId id, Question question) {
    thread.execute(() -> {
      if (id.number() > forgotten.get()) {
        events.accept(question.ask());
      }
    });
  }

  private interface Question {
    SessionEvent ask();
  }

  private static <T> Optional<T> found(IlsReply<T> reply) {
    return switch (reply) {
      case IlsReply.Found<T> found -> Optional.of(found.value());
      case IlsReply.NotFound<T> _, IlsReply.Unreachable<T> _ -> Optional.empty();
    };
  }
}
