package org.kashidashi.kiosk.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The authority that says who the holder of a My Number Card is.
 *
 * @param file the persons of the simulated authority; present with that driver
 * @param cache how long its answer may be used again; zero means never
 */
public record ResolverSettings(Driver driver, Optional<Path> file, Duration cache) {
  /** How it is asked. */
  public enum Driver {
    /** Nobody is asked: My Number Cards cannot be used, library cards can. */
    NONE,
    SIMULATED
  }

  static final Setting<Driver> DRIVER = Setting.otherwise(
      "resolver.driver",
      Forms.choice(Driver.class),
      Driver.NONE,
      "How the authority behind the My Number Card is asked; with `none`, patrons borrow with"
          + " library cards only.");
  private static final Setting<Optional<Path>> FILE = Setting.otherwise(
      "resolver.file",
      Forms.optionalPath(),
      Optional.empty(),
      "The persons whom the simulated authority knows. Needed with the driver `simulated`.");
  private static final Setting<Duration> CACHE = Setting.otherwise(
      "resolver.cache",
      Forms.duration(Duration.ZERO, Duration.ofDays(7)),
      Duration.ofHours(24),
      "How long the authority's answer may be used again, and so how late a stopped card may be"
          + " noticed; `0 s` means that it is asked each time.");
  static final List<Setting<?>> SETTINGS = List.of(DRIVER, FILE, CACHE);

  static ResolverSettings read(Values values) {
    ResolverSettings resolver =
        new ResolverSettings(values.get(DRIVER), values.get(FILE), values.get(CACHE));
    if (values.fit(DRIVER, FILE)
        && resolver.driver == Driver.SIMULATED
        && resolver.file.isEmpty()) {
      values.add(FILE, "is missing", "give the file of the simulated authority");
    }
    return resolver;
  }
}
