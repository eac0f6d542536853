package org.kashidashi.kiosk.counter;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.kiosk.audit.CounterOutcome;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.registry.counter.CheckedIn;
import org.kashidashi.sync.registry.counter.CounterRegistry;
import org.kashidashi.sync.registry.counter.CounterReply;
import org.kashidashi.sync.registry.counter.StaffRole;
import org.kashidashi.sync.registry.counter.StaffTicket;
import org.kashidashi.sync.store.StoreException;

/** Takes items back, one after another, with whoever brings them unnamed. */
final class TakeBackTask implements Task {
  private final Talk talk;
  private final Numbers numbers;
  private final CounterRegistry registry;
  private final Replies replies;
  private final Outbox outbox;

  TakeBackTask(Talk talk, Numbers numbers, CounterRegistry registry, Outbox outbox) {
    this.talk = talk;
    this.numbers = numbers;
    this.registry = registry;
    this.replies = new Replies(talk);
    this.outbox = outbox;
  }

  @Override
  public CounterTask name() {
    return CounterTask.TAKE_BACK;
  }

  @Override
  public Set<StaffRole> roles() {
    return Set.of(StaffRole.CIRCULATION);
  }

  @Override
  public void run(StaffTicket ticket)
      throws DialogueOverException, TaskEndedException, StoreException {
    int waiting = outbox.waiting();
    if (waiting > 0) {
      talk.tell(Phrase.OUTBOX_WAITS, waiting);
      outbox.nudge(true);
    }
    Set<ItemBarcode> taken = new HashSet<>();
    for (Optional<ItemBarcode> item = numbers.itemOrEnter();
        item.isPresent();
        item = numbers.itemOrEnter()) {
      if (takeBack(ticket, item.get())) {
        taken.add(item.get());
      }
    }
    talk.tell(Phrase.TAKEN_BACK_ALL, taken.size());
  }

  /** An item that is refused does not end the pile. */
  private boolean takeBack(StaffTicket ticket, ItemBarcode item) throws TaskEndedException {
    CounterReply<CheckedIn> reply = registry.checkIn(ticket, item);
    if (reply instanceof CounterReply.Unreachable<CheckedIn>) {
      talk.tell(Phrase.NOT_KNOWN_TAKEN_BACK);
      throw new TaskEndedException(CounterOutcome.NOT_KNOWN);
    }
    try {
      CheckedIn back = replies.ok(reply);
      talk.tell(
          back.heldForAnother() ? Phrase.TAKEN_BACK_HELD : Phrase.TAKEN_BACK,
          back.item().title());
      return true;
    } catch (TaskEndedException refused) {
      if (refused.outcome() == CounterOutcome.REFUSED) {
        return false;
      }
      throw refused;
    }
  }
}
