package org.kashidashi.sync.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kashidashi.sync.circulation.Freshness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spares the authority a question while its last answer is young enough.
 *
 * <p>Only a positive answer is remembered. Any other answer but "unavailable" makes it forgotten. A
 * memory from the future is not used: the clock went back, and the time of a revocation is unknown.
 */
public final class CachedIdentityResolver implements IdentityResolver {
  private static final Logger LOG = LoggerFactory.getLogger(CachedIdentityResolver.class);

  private final IdentityResolver origin;
  private final ResolverCache cache;
  private final Clock clock;
  private final Duration keep;

  /**
   * @param keep for how long an answer may be used again; zero means never
   */
  public CachedIdentityResolver(
      IdentityResolver origin, ResolverCache cache, Clock clock, Duration keep) {
    if (keep.isNegative()) {
      throw new IllegalArgumentException("resolver.cache is %s, need 0 or more".formatted(keep));
    }
    this.origin = origin;
    this.cache = cache;
    this.clock = clock;
    this.keep = keep;
  }

  @Override
  public Resolution resolve(PresentedCertificate certificate) {
    if (keep.isZero()) {
      return origin.resolve(certificate);
    }
    try {
      Optional<Remembered<PersonIdentifier>> known = cache.find(certificate);
      if (known.isPresent() && isYoung(known.get().asOf())) {
        return new Resolution.Resolved(known.get().value());
      }
    } catch (CacheFailedException e) {
      LOG.warn("The resolver's cache cannot be read; the authority is asked", e);
    }
    Resolution resolution = origin.resolve(certificate);
    try {
      keepOrForget(certificate, resolution);
    } catch (CacheFailedException e) {
      LOG.warn("The resolver's cache cannot be written; the answer is used once", e);
    }
    return resolution;
  }

  private boolean isYoung(Instant asOf) {
    Instant now = clock.instant();
    return !asOf.isAfter(now) && new Freshness(keep, keep).of(asOf, now) == Freshness.Age.FRESH;
  }

  private void keepOrForget(PresentedCertificate certificate, Resolution resolution)
      throws CacheFailedException {
    switch (resolution) {
      case Resolution.Resolved resolved ->
        cache.remember(certificate, resolved.person(), clock.instant());
      case Resolution.OldMethodOnly _,
          Resolution.UnknownPerson _,
          Resolution.Revoked _,
          Resolution.Suspended _ -> cache.forget(certificate);
      case Resolution.Unavailable _ -> {
        // Nothing was learnt. What is remembered was too old to be used, and stays so.
      }
    }
  }
}
