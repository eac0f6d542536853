package org.kashidashi.kiosk.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a fleet's monitoring hears of the machine.
 *
 * @param file written whole each time
 * @param pushUrl where it is sent each time
 */
public record MetricsSettings(Optional<Path> file, Optional<URI> pushUrl, Duration every) {
  private static final Setting<Optional<Path>> FILE = Setting.otherwise(
      "metrics.file",
      Forms.optionalPath(),
      Optional.empty(),
      "A file for health, counters and queue as OpenMetrics text, for whoever collects it on the"
          + " machine; empty for none. It tells of no patron.");
  private static final Setting<Optional<URI>> PUSH_URL = Setting.otherwise(
      "metrics.push_url",
      Forms.optionalPlace(),
      Optional.empty(),
      "Where the same text is sent by HTTP PUT, such as a push gateway; empty for nowhere. The kiosk"
          + " itself listens on no port.");
  private static final Setting<Duration> EVERY = Setting.otherwise(
      "metrics.every",
      Forms.duration(Duration.ofSeconds(10), Duration.ofHours(1)),
      Duration.ofMinutes(1),
      "How often the file is written and sent.");
  static final List<Setting<?>> SETTINGS = List.of(FILE, PUSH_URL, EVERY);

  /** Whether anybody wants to hear of it. */
  public boolean wanted() {
    return file.isPresent() || pushUrl.isPresent();
  }

  static MetricsSettings read(Values values) {
    return new MetricsSettings(values.get(FILE), values.get(PUSH_URL), values.get(EVERY));
  }
}
