package org.kashidashi.sync.registry;

import java.time.Clock;
import java.util.Optional;
import org.kashidashi.sync.circulation.Freshness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers links, so that a known person can borrow while the registry cannot be asked.
 *
 * <p>A fresh memory spares the question; an aged one is used only when the registry is unreachable;
 * the answer that there is no link removes it.
 */
public final class CachedLinkRegistry implements LinkRegistry {
  private static final Logger LOG = LoggerFactory.getLogger(CachedLinkRegistry.class);

  private final LinkRegistry origin;
  private final LinkCache cache;
  private final Clock clock;
  private final Freshness freshness;

  public CachedLinkRegistry(
      LinkRegistry origin, LinkCache cache, Clock clock, Freshness freshness) {
    this.origin = origin;
    this.cache = cache;
    this.clock = clock;
    this.freshness = freshness;
  }

  @Override
  public LinkAnswer find(PersonIdentifier person) {
    Optional<Remembered<LinkAnswer.Linked>> known = recall(person);
    Freshness.Age age = known
        .map(memory -> freshness.of(memory.asOf(), clock.instant()))
        .orElse(Freshness.Age.TOO_OLD);
    if (known.isPresent() && age == Freshness.Age.FRESH) {
      return known.get().value();
    }
    LinkAnswer answer = origin.find(person);
    if (answer instanceof LinkAnswer.Unreachable
        && known.isPresent()
        && age == Freshness.Age.AGED) {
      return known.get().value();
    }
    try {
      keepOrForget(person, answer);
    } catch (CacheFailedException e) {
      LOG.warn("The cache of links cannot be written; the answer is used once", e);
    }
    return answer;
  }

  private Optional<Remembered<LinkAnswer.Linked>> recall(PersonIdentifier person) {
    try {
      return cache.find(person);
    } catch (CacheFailedException e) {
      LOG.warn("The cache of links cannot be read; the registry is asked", e);
      return Optional.empty();
    }
  }

  private void keepOrForget(PersonIdentifier person, LinkAnswer answer)
      throws CacheFailedException {
    switch (answer) {
      case LinkAnswer.Linked linked -> cache.remember(person, linked, clock.instant());
      case LinkAnswer.NotLinked _, LinkAnswer.Reissued _ -> cache.forget(person);
      case LinkAnswer.Unreachable _ -> {
        // Nothing was learnt.
      }
    }
  }
}
