package org.kashidashi.sync.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.ils.Delivery;
import org.kashidashi.sync.ils.DeliveryResult;
import org.kashidashi.sync.ils.IlsConnector;
import org.kashidashi.sync.outbox.OutboxEntry;
import org.kashidashi.sync.outbox.OutboxStatus;
import org.kashidashi.sync.store.Settlement;
import org.kashidashi.sync.store.Store;
import org.kashidashi.sync.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the outbox, in order, until the library system has answered for every entry.
 *
 * <p>An entry leaves "pending" only by the library system's answer for that very entry. Without an
 * answer it is sent again with the same key. An entry that is not taken is parked and the others go
 * on, those of the same item too: a later loan of the item happened as well, and the library system
 * must hear of it even if nobody ever looks at the parked one.
 *
 * <p>Confined to one thread.
 */
public final class SyncEngine {
  private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);
  private static final Duration RETRY_AFTER_MAXIMUM = Duration.ofMinutes(15);

  /** Entries sent alone in one run: each may take the connector's whole budget, which is minutes. */
  static final int ALONE_MAXIMUM = 10;

  private final Store store;
  private final IlsConnector ils;
  private final Backoff backoff;
  private final Clock clock;
  private final SyncSettings settings;
  private final Tidying tidying;
  private int failures;

  public SyncEngine(
      Store store,
      IlsConnector ils,
      Backoff backoff,
      Clock clock,
      Supplier<ClockState> clockState,
      SyncSettings settings) {
    this.store = store;
    this.ils = ils;
    this.backoff = backoff;
    this.clock = clock;
    this.settings = settings;
    this.tidying = new Tidying(store, clock, clockState, settings);
  }

  /**
   * Sends one batch, if there is one; blocks for at most the connector's budget for each call, of
   * which there are at most {@link #ALONE_MAXIMUM} and one.
   */
  public SyncReport runOnce() throws StoreException {
    // Before all else, since an outbox may be full for weeks while confirmed loans are due to go.
    tidying.runIfDue();
    List<OutboxEntry> batch = store.pending(settings.batch());
    if (batch.isEmpty()) {
      return new SyncReport.Idle(settings.idle());
    }
    return switch (ils.deliver(batch)) {
      case Delivery.Answered answered -> settled(settlements(batch, answered.results()));
      case Delivery.Refused _ -> oneByOne(batch);
      case Delivery.NotAnswered none -> notAnswered(none.reason(), none.retryAfter());
    };
  }

  /**
   * At least one of them is wrong, so each is sent alone: the wrong one must not stop the rest. Those
   * beyond the limit are for the next run, which follows at once.
   */
  private SyncReport oneByOne(List<OutboxEntry> batch) throws StoreException {
    List<Settlement> all = new ArrayList<>();
    for (OutboxEntry entry : batch.subList(0, Math.min(ALONE_MAXIMUM, batch.size()))) {
      switch (ils.deliver(List.of(entry))) {
        case Delivery.Answered answered ->
          all.addAll(settlements(List.of(entry), answered.results()));
        case Delivery.Refused refused ->
          all.add(settlement(entry, OutboxStatus.PARKED, Optional.empty(), refused.reason()));
        case Delivery.NotAnswered none -> {
          store.settle(all, clock.instant());
          return notAnswered(none.reason(), none.retryAfter());
        }
      }
    }
    return settled(all);
  }

  private SyncReport settled(List<Settlement> settlements) throws StoreException {
    store.settle(settlements, clock.instant());
    failures = 0;
    int confirmed = count(settlements, OutboxStatus.CONFIRMED);
    int excepted = count(settlements, OutboxStatus.CONFIRMED_WITH_EXCEPTION);
    int quarantined = count(settlements, OutboxStatus.QUARANTINED);
    int parked = count(settlements, OutboxStatus.PARKED);
    for (Settlement settlement : settlements) {
      if (settlement.status() != OutboxStatus.CONFIRMED) {
        LOG.warn("Loan {} is {}: {}", settlement.key(), settlement.status(), settlement.reason());
      }
    }
    return new SyncReport.Delivered(confirmed + excepted, quarantined, parked, Duration.ZERO);
  }

  private static int count(List<Settlement> settlements, OutboxStatus status) {
    return (int) settlements.stream().filter(one -> one.status() == status).count();
  }

  private SyncReport notAnswered(String reason, Optional<Duration> retryAfter) {
    failures++;
    Duration wait = backoff.after(failures);
    Duration wish = retryAfter.orElse(Duration.ZERO);
    Duration bounded = wish.compareTo(RETRY_AFTER_MAXIMUM) > 0 ? RETRY_AFTER_MAXIMUM : wish;
    return new SyncReport.NotAnswered(
        failures, reason, bounded.compareTo(wait) > 0 ? bounded : wait);
  }

  private static List<Settlement> settlements(
      List<OutboxEntry> entries, List<DeliveryResult> results) {
    if (results.size() != entries.size()) {
      throw new IllegalStateException(
          "connector gave %d results for %d operations".formatted(results.size(), entries.size()));
    }
    List<Settlement> settlements = new ArrayList<>();
    for (int index = 0; index < entries.size(); index++) {
      settlements.add(settlement(entries.get(index), results.get(index)));
    }
    return settlements;
  }

  private static Settlement settlement(OutboxEntry entry, DeliveryResult result) {
    return switch (result) {
      case DeliveryResult.Accepted accepted ->
        settlement(entry, OutboxStatus.CONFIRMED, accepted.due(), "");
      case DeliveryResult.AcceptedWithException accepted ->
        settlement(entry, OutboxStatus.CONFIRMED_WITH_EXCEPTION, accepted.due(), accepted.reason());
      case DeliveryResult.Quarantined quarantined ->
        settlement(entry, OutboxStatus.QUARANTINED, Optional.empty(), quarantined.reason());
      case DeliveryResult.Rejected rejected ->
        settlement(entry, OutboxStatus.PARKED, Optional.empty(), rejected.reason());
    };
  }

  private static Settlement settlement(
      OutboxEntry entry, OutboxStatus status, Optional<LocalDate> due, String reason) {
    return new Settlement(entry.key(), status, due, reason);
  }
}
