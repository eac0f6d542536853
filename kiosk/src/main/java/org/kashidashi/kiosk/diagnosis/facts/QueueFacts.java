package org.kashidashi.kiosk.diagnosis.facts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.kiosk.diagnosis.Waiting;
import org.kashidashi.sync.outbox.OutboxStatus;
import org.kashidashi.sync.store.OutboxCounts;
import org.kashidashi.sync.store.UnsettledEntry;

/** What a technician is told of the outbox: nothing of what it is about. */
public final class QueueFacts {
  /** Beyond a night without the library system somebody should look. */
  private static final Duration OLD = Duration.ofHours(24);

  private QueueFacts() {}

  public static List<Waiting> waiting(List<UnsettledEntry> entries, Clock clock) {
    Instant now = clock.instant();
    return entries.stream()
        .map(entry -> new Waiting(
            entry.sequence(),
            age(entry.madeAt(), now),
            entry.status() == OutboxStatus.PARKED ? Waiting.State.PARKED : Waiting.State.PENDING,
            Optional.of(entry.reason()).filter(reason -> !reason.isEmpty())))
        .toList();
  }

  public static Condition condition(OutboxCounts counts, Clock clock) {
    Fact waits = Fact.number(Subject.WAITING, counts.pending());
    if (counts.parked() > 0) {
      return Condition.doubtful(
          Part.QUEUE, Cause.QUEUE_PARKED, Fact.number(Subject.PARKED, counts.parked()), waits);
    }
    Optional<Duration> oldest = oldest(counts, clock);
    if (oldest.isPresent() && oldest.get().compareTo(OLD) > 0) {
      return Condition.doubtful(
          Part.QUEUE, Cause.QUEUE_OLD, waits, span(Subject.OLDEST, oldest.get()));
    }
    return Condition.good(Part.QUEUE, waits);
  }

  public static List<Fact> facts(OutboxCounts counts, Clock clock) {
    Fact waits = Fact.number(Subject.WAITING, counts.pending());
    Fact parked = Fact.number(Subject.PARKED, counts.parked());
    Fact quarantined = Fact.number(Subject.QUARANTINED, counts.quarantined());
    return oldest(counts, clock)
        .map(age -> List.of(waits, span(Subject.OLDEST, age), parked, quarantined))
        .orElseGet(() -> List.of(waits, parked, quarantined));
  }

  public static Fact span(Subject subject, Duration duration) {
    return new Fact(subject, "", new Fact.Value.Span(duration));
  }

  private static Optional<Duration> oldest(OutboxCounts counts, Clock clock) {
    return counts.oldestPending().map(made -> age(made, clock.instant()));
  }

  /** A clock that went back makes nothing younger than now. */
  private static Duration age(Instant made, Instant now) {
    return made.isAfter(now) ? Duration.ZERO : Duration.between(made, now);
  }
}
