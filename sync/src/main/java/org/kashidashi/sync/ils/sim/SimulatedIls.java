package org.kashidashi.sync.ils.sim;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.kashidashi.sync.circulation.GivingBack;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemFacts;
import org.kashidashi.sync.circulation.LoanOut;
import org.kashidashi.sync.circulation.LoanRenewal;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.policy.DueDates;
import org.kashidashi.sync.ils.Delivery;
import org.kashidashi.sync.ils.DeliveryResult;
import org.kashidashi.sync.ils.IlsConnector;
import org.kashidashi.sync.ils.IlsReply;
import org.kashidashi.sync.ils.Presence;
import org.kashidashi.sync.outbox.OutboxEntry;

/**
 * A library system in memory that keeps every promise of the port, and breaks down on request.
 *
 * <p>Its methods are synchronized: the kiosk's threads call it while a test changes it.
 */
public final class SimulatedIls implements IlsConnector {
  private record Received(OutboxEntry entry, DeliveryResult result) {}

  private final Duration budget;
  private final SimulatedShelves shelves;
  private final Map<String, Received> received = new LinkedHashMap<>();
  private final Set<ItemBarcode> poisonous = new HashSet<>();
  private final Queue<Optional<IlsFault>> script = new ArrayDeque<>();
  private boolean down;
  private boolean closed;
  private Duration delay = Duration.ZERO;

  /**
   * @param budget how long a question may take
   */
  public SimulatedIls(Clock clock, DueDates dueDates, Duration budget) {
    this.budget = budget;
    this.shelves = new SimulatedShelves(clock, dueDates);
  }

  public synchronized void add(PatronStanding patron) {
    shelves.add(patron);
  }

  public synchronized void add(Item item) {
    shelves.add(item);
  }

  public synchronized void hold(ItemBarcode item, PatronId patron) {
    shelves.hold(item, patron);
  }

  /** From now on nothing arrives and nothing is answered, or everything again. */
  public synchronized void setDown(boolean isDown) {
    down = isDown;
  }

  /** From now on this kiosk is closed to patrons, or open again. */
  public synchronized void setClosed(boolean isClosed) {
    closed = isClosed;
  }

  /** From now on every question takes so long, or the budget if that is shorter. */
  public synchronized void setDelay(Duration every) {
    delay = every;
  }

  /** From now on a batch with this item is refused as wrong. */
  public synchronized void poison(ItemBarcode item) {
    poisonous.add(item);
  }

  public synchronized void cure(ItemBarcode item) {
    poisonous.remove(item);
  }

  /** What happens to the deliveries to come, one by one; empty means that nothing goes wrong. */
  public synchronized void script(List<Optional<IlsFault>> faults) {
    script.addAll(faults);
  }

  /** Every operation that was recorded, once each, in the order of arrival. */
  public synchronized List<OutboxEntry> received() {
    return received.values().stream().map(Received::entry).toList();
  }

  @Override
  public IlsReply<PatronStanding> patron(PatronId patron) {
    return lookUp(() -> shelves.standing(patron));
  }

  @Override
  public IlsReply<ItemFacts> item(ItemBarcode item, PatronId patron) {
    return lookUp(() -> shelves.facts(item, patron));
  }

  @Override
  public IlsReply<List<LoanOut>> loans(PatronId patron) {
    return lookUp(() -> shelves.loans(patron));
  }

  @Override
  public IlsReply<LoanRenewal> renew(ItemBarcode item, PatronId patron) {
    return lookUp(() -> Optional.of(shelves.renew(item, patron)));
  }

  @Override
  public IlsReply<GivingBack> giveBack(ItemBarcode item, PatronId patron) {
    return lookUp(() -> Optional.of(shelves.giveBack(item, patron)));
  }

  @Override
  public synchronized Delivery deliver(List<OutboxEntry> entries) {
    if (entries.isEmpty() || entries.size() > BATCH_MAXIMUM) {
      throw new IllegalArgumentException(
          "batch of %d operations, need 1 to %d".formatted(entries.size(), BATCH_MAXIMUM));
    }
    Optional<IlsFault> fault = script.isEmpty() ? Optional.empty() : script.remove();
    if (down) {
      return new Delivery.NotAnswered("the simulated library system is down", Optional.empty());
    }
    if (entries.stream().map(OutboxEntry::item).anyMatch(poisonous::contains)) {
      return new Delivery.Refused("POISON");
    }
    return fault.isPresent() ? broken(entries, fault.get()) : new Delivery.Answered(all(entries));
  }

  @Override
  public synchronized Presence presence() {
    if (down) {
      return Presence.AWAY;
    }
    return closed ? Presence.CLOSED : Presence.THERE;
  }

  private Delivery broken(List<OutboxEntry> entries, IlsFault fault) {
    return switch (fault) {
      case IlsFault.Lost lost -> new Delivery.NotAnswered("nothing arrived", lost.retryAfter());
      case IlsFault.AnswerLost _ -> {
        all(entries);
        yield new Delivery.NotAnswered("the answer was lost", Optional.empty());
      }
      case IlsFault.HalfDone half -> {
        all(entries.subList(0, Math.min(half.recorded(), entries.size())));
        yield new Delivery.NotAnswered("it fell over half way", Optional.empty());
      }
    };
  }

  private List<DeliveryResult> all(List<OutboxEntry> entries) {
    List<DeliveryResult> results = new ArrayList<>();
    for (OutboxEntry entry : entries) {
      results.add(one(entry));
    }
    return results;
  }

  private DeliveryResult one(OutboxEntry entry) {
    Received before = received.get(entry.key().text());
    if (before != null) {
      return before.entry().equals(entry)
          ? before.result()
          : new DeliveryResult.Rejected("KEY_REUSED");
    }
    if (entry.schema() != OutboxEntry.SCHEMA) {
      return new DeliveryResult.Rejected("SCHEMA_UNKNOWN");
    }
    DeliveryResult result = shelves.record(entry);
    received.put(entry.key().text(), new Received(entry, result));
    return result;
  }

  private <T> IlsReply<T> lookUp(Supplier<Optional<T>> question) {
    if (!answers()) {
      return new IlsReply.Unreachable<>("the simulated library system does not answer");
    }
    synchronized (this) {
      return question.get().<IlsReply<T>>map(IlsReply.Found::new).orElseGet(IlsReply.NotFound::new);
    }
  }

  /** Waits as long as it was told to be slow. */
  private boolean answers() {
    Duration wait;
    synchronized (this) {
      if (down) {
        return false;
      }
      wait = delay;
    }
    if (wait.isZero()) {
      return true;
    }
    Duration bounded = wait.compareTo(budget) > 0 ? budget : wait;
    try {
      // Nobody counts down: this is a wait for the time alone.
      boolean early = new CountDownLatch(1).await(bounded.toMillis(), TimeUnit.MILLISECONDS);
      return !early && wait.compareTo(budget) <= 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
