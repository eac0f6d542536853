package org.kashidashi.sync.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * Remembers which library card a person is linked to.
 *
 * <p>Implementations keep a keyed digest of the identifier; the library card number and the card's key
 * encrypted.
 * They are bounded, may forget at any time, and may be called from any thread; calls block for one
 * short transaction.
 */
public interface LinkCache {
  Optional<Remembered<LinkAnswer.Linked>> find(PersonIdentifier person) throws CacheFailedException;

  /** Replaces what was remembered of the person. */
  void remember(PersonIdentifier person, LinkAnswer.Linked link, Instant asOf)
      throws CacheFailedException;

  /** Does nothing if nothing is remembered. */
  void forget(PersonIdentifier person) throws CacheFailedException;
}
