package org.kashidashi.kiosk.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;
import org.kashidashi.sync.registry.authority.AuthorityPlace;

/**
 * The authority that says who the holder of a My Number Card is.
 *
 * @param file the persons of the simulated authority; present with that driver
 * @param url the service that asks the authority; present with the driver for it
 * @param certificates who may vouch for the service; empty for whom the system trusts
 * @param secret the file of what the service knows this kiosk by; empty if it asks for nothing
 * @param limit how long an answer may take
 * @param cache how long its answer may be used again; zero means never
 */
public record ResolverSettings(
    Driver driver,
    Optional<Path> file,
    Optional<URI> url,
    Optional<Path> certificates,
    Optional<Path> secret,
    Duration limit,
    Duration cache) {
  /** How it is asked. */
  public enum Driver {
    /** Nobody is asked: My Number Cards cannot be used, library cards can. */
    NONE,
    HTTP,
    SIMULATED
  }

  static final Setting<Driver> DRIVER = Setting.otherwise(
      "resolver.driver",
      Forms.choice(Driver.class),
      Driver.NONE,
      "How the authority behind the My Number Card is asked; with `none`, patrons borrow with"
          + " library cards only; with `http`, a service is asked that runs the authority's client,"
          + " as authority.openapi.json says.");
  private static final Setting<Optional<Path>> FILE = Setting.otherwise(
      "resolver.file",
      Forms.optionalPath(),
      Optional.empty(),
      "The persons whom the simulated authority knows. Needed with the driver `simulated`.");
  private static final Setting<Optional<URI>> URL = Setting.otherwise(
      "resolver.url",
      Forms.optionalUrl(),
      Optional.empty(),
      "Where the service answers. Needed with the driver `http`.");
  private static final Setting<Optional<Path>> CERTIFICATES = Setting.otherwise(
      "resolver.certificates",
      Forms.optionalPath(),
      Optional.empty(),
      "A PEM file with who may vouch for the service; empty for whom the system trusts.");
  private static final Setting<Optional<Path>> SECRET = Setting.otherwise(
      "resolver.secret",
      Forms.optionalPath(),
      Optional.empty(),
      "A file with the secret that the service knows this kiosk by, on one line; empty if it asks"
          + " for none.");
  private static final Setting<Duration> LIMIT = Setting.otherwise(
      "resolver.limit",
      Forms.duration(Duration.ofMillis(200), Duration.ofSeconds(30)),
      Duration.ofSeconds(5),
      "How long a patron waits for the authority's answer.");
  private static final Setting<Duration> CACHE = Setting.otherwise(
      "resolver.cache",
      Forms.duration(Duration.ZERO, Duration.ofDays(7)),
      Duration.ofHours(24),
      "How long the authority's answer may be used again, and so how late a stopped card may be"
          + " noticed; `0 s` means that it is asked each time.");
  static final List<Setting<?>> SETTINGS =
      List.of(DRIVER, FILE, URL, CERTIFICATES, SECRET, LIMIT, CACHE);

  /** The service that asks the authority; empty if none is named. */
  public Optional<AuthorityPlace> place() {
    return url.map(address -> new AuthorityPlace(address, limit, certificates, secret));
  }

  static ResolverSettings read(Values values) {
    ResolverSettings resolver = new ResolverSettings(
        values.get(DRIVER),
        values.get(FILE),
        values.get(URL),
        values.get(CERTIFICATES),
        values.get(SECRET),
        values.get(LIMIT),
        values.get(CACHE));
    if (values.fit(DRIVER, FILE, URL)) {
      checkDriver(resolver, values);
    }
    return resolver;
  }

  private static void checkDriver(ResolverSettings resolver, Values values) {
    switch (resolver.driver) {
      case NONE -> {
        // What is given for later does no harm.
      }
      case HTTP -> {
        if (resolver.url.isEmpty()) {
          values.add(URL, Problem.MISSING.with(), Remedy.AUTHORITY_ADDRESS.with());
        }
      }
      case SIMULATED -> {
        if (resolver.file.isEmpty()) {
          values.add(FILE, Problem.MISSING.with(), Remedy.AUTHORITY_FILE.with());
        }
      }
    }
  }
}
