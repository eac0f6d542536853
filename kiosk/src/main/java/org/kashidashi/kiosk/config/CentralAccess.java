package org.kashidashi.kiosk.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The central library system.
 *
 * @param lookupBudget how long a patron waits for an answer before the cache is asked
 * @param operationsLimit how long sending loans may take before it is tried again
 */
public record CentralAccess(URI url, Duration lookupBudget, Duration operationsLimit) {
  private static final Setting<URI> URL =
      Setting.required("central.url", Forms.url(), "Where the central library system answers.");
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
  static final List<Setting<?>> SETTINGS = List.of(URL, LOOKUP_BUDGET, OPERATIONS_LIMIT);

  static CentralAccess read(Values values) {
    return new CentralAccess(
        values.get(URL), values.get(LOOKUP_BUDGET), values.get(OPERATIONS_LIMIT));
  }
}
