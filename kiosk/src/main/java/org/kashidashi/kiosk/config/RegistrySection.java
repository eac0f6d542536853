package org.kashidashi.kiosk.config;

import java.time.Duration;
import java.util.List;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;
import org.kashidashi.sync.circulation.Freshness;

/** Reads for how long a remembered link counts. */
final class RegistrySection {
  private static final Setting<Duration> FRESH = Setting.otherwise(
      "registry.fresh",
      Forms.duration(Duration.ZERO, Duration.ofDays(1)),
      Duration.ofMinutes(10),
      "How long a link that was looked up counts without asking again.");
  private static final Setting<Duration> USABLE = Setting.otherwise(
      "registry.usable",
      Forms.duration(Duration.ZERO, Duration.ofDays(30)),
      Duration.ofDays(7),
      "How long a link that was looked up counts while the library system does not answer; not"
          + " less than `fresh`.");
  static final List<Setting<?>> SETTINGS = List.of(FRESH, USABLE);

  private RegistrySection() {}

  static Freshness read(Values values) {
    Duration fresh = values.get(FRESH);
    Duration usable = values.get(USABLE);
    if (usable.compareTo(fresh) >= 0) {
      return new Freshness(fresh, usable);
    }
    if (values.fit(FRESH, USABLE)) {
      values.add(
          USABLE,
          Problem.LESS_THAN_FRESH.with(DurationText.write(usable), DurationText.write(fresh)),
          Remedy.AS_LONG_OR_LONGER.with());
    }
    return new Freshness(usable, fresh);
  }
}
