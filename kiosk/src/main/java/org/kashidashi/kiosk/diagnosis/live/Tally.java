package org.kashidashi.kiosk.diagnosis.live;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kashidashi.kiosk.session.Occurrence;

/** Counts what happened since the start, and knows what happened before. Any thread. */
public final class Tally {
  /** Codes that there are, and some more: a file may hold anything. */
  private static final int CODES_MAXIMUM = 100;

  private final Clock clock;
  private final Map<String, Code> codes = new TreeMap<>();
  private Optional<Sum> before = Optional.empty();
  private Sum since = Sum.NONE;

  /** Whole numbers that mean nobody. */
  public record Sum(long loans, long sessions, long timedOut, long refusals, long faults) {
    static final Sum NONE = new Sum(0, 0, 0, 0, 0);

    Sum plus(Sum other) {
      return new Sum(
          loans + other.loans,
          sessions + other.sessions,
          timedOut + other.timedOut,
          refusals + other.refusals,
          faults + other.faults);
    }
  }

  /**
   * How often a code was shown.
   *
   * @param last {@link Instant#MIN} if not since the start
   */
  public record Code(long before, long since, Instant last) {}

  public Tally(Clock clock) {
    this.clock = clock;
  }

  /** Takes what happened. */
  public synchronized void add(Occurrence occurrence) {
    switch (occurrence) {
      case Occurrence.SessionBegan _ -> since = since.plus(new Sum(0, 1, 0, 0, 0));
      case Occurrence.LoanMade _ -> since = since.plus(new Sum(1, 0, 0, 0, 0));
      case Occurrence.SessionEnded(var _, var ending, int _)
      when ending == Occurrence.SessionEnded.Ending.TIMED_OUT ->
        since = since.plus(new Sum(0, 0, 1, 0, 0));
      case Occurrence.RefusalShown(var _, String code) -> {
        boolean fault = isFault(code);
        since = since.plus(new Sum(0, 0, 0, fault ? 0 : 1, fault ? 1 : 0));
        Code known = codes.getOrDefault(code, new Code(0, 0, Instant.MIN));
        put(code, new Code(known.before(), known.since() + 1, clock.instant()));
      }
      default -> {
        // Nothing that a technician counts.
      }
    }
  }

  /** What the audit trail tells of earlier starts. */
  public synchronized void addBefore(Map<String, Map<String, Integer>> counts) {
    Map<String, Integer> refusals = counts.getOrDefault("refusal_shown", Map.of());
    long faults = 0;
    long others = 0;
    for (Map.Entry<String, Integer> refusal : refusals.entrySet()) {
      Code known = codes.getOrDefault(refusal.getKey(), new Code(0, 0, Instant.MIN));
      put(refusal.getKey(), new Code(refusal.getValue(), known.since(), known.last()));
      if (isFault(refusal.getKey())) {
        faults += refusal.getValue();
      } else {
        others += refusal.getValue();
      }
    }
    before = Optional.of(new Sum(
        all(counts, "loan_made"),
        all(counts, "session_began"),
        counts.getOrDefault("session_ended", Map.of()).getOrDefault("timed_out", 0),
        others,
        faults));
  }

  public synchronized Sum since() {
    return since;
  }

  /** Earlier starts and this one; empty as long as nobody has told of the earlier ones. */
  public synchronized Optional<Sum> inAll() {
    return before.map(earlier -> earlier.plus(since));
  }

  public synchronized Map<String, Code> codes() {
    return new TreeMap<>(codes);
  }

  private void put(String code, Code times) {
    if (codes.containsKey(code) || codes.size() < CODES_MAXIMUM) {
      codes.put(code, times);
    }
  }

  private static boolean isFault(String code) {
    return code.startsWith("E-3");
  }

  private static long all(Map<String, Map<String, Integer>> counts, String kind) {
    return counts.getOrDefault(kind, Map.of()).values().stream()
        .mapToLong(Integer::longValue)
        .sum();
  }
}
