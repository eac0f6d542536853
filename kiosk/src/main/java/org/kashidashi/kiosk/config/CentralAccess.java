package org.kashidashi.kiosk.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The central library system.
 *
 * @param lookupBudget how long a patron waits for an answer before the cache is asked
 * @param operationsLimit how long sending loans may take before it is tried again
 * @param startSpread within which a kiosk that has started sends for the first time, at random
 */
public record CentralAccess(
    URI url, Duration lookupBudget, Duration operationsLimit, Duration startSpread) {
  private static final Setting<URI> URL = Setting.required(
      "central.url",
      Forms.url(),
      "Where the central library system answers. With https:// the kiosk shows the certificate"
          + " that `kiosk enrol` has fetched.");
  private static final Setting<Duration> LOOKUP_BUDGET = Setting.otherwise(
      "central.lookup_budget",
      Forms.duration(Duration.ofMillis(200), Duration.ofSeconds(10)),
      Duration.ofMillis(1500),
      "How long a patron waits for its answer before the kiosk decides from its cache.");
  private static final Setting<Duration> OPERATIONS_LIMIT = Setting.otherwise(
      "central.operations_limit",
      Forms.duration(Duration.ofSeconds(1), Duration.ofMinutes(2)),
      Duration.ofSeconds(10),
      "How long sending loans may take before their outcome counts as unknown and they are sent"
          + " again.");
  private static final Setting<Duration> START_SPREAD = Setting.otherwise(
      "central.start_spread",
      Forms.duration(Duration.ZERO, Duration.ofMinutes(30)),
      Duration.ofMinutes(5),
      "After a start, loans that wait are sent at a random moment within this time, so that machines"
          + " that start together after a power cut do not all send at once; a new loan is sent at"
          + " once. With mode `test` there is no such wait.");
  static final List<Setting<?>> SETTINGS =
      List.of(URL, LOOKUP_BUDGET, OPERATIONS_LIMIT, START_SPREAD);

  /** Whether kiosk and central prove to each other who they are. */
  public boolean encrypted() {
    return "https".equals(url.getScheme());
  }

  static CentralAccess read(Values values) {
    return new CentralAccess(
        values.get(URL),
        values.get(LOOKUP_BUDGET),
        values.get(OPERATIONS_LIMIT),
        values.get(START_SPREAD));
  }
}
