package org.kashidashi.sync.registry;

import java.time.Instant;
import java.util.Optional;
import org.kashidashi.sync.circulation.PatronId;

/**
 * Remembers which library card a person is linked to.
 *
 * <p>Implementations keep a keyed digest of the identifier and the library card number encrypted.
 * They are bounded, may forget at any time, and may be called from any thread; calls block for one
 * short transaction.
 */
public interface LinkCache {
  Optional<Remembered<PatronId>> find(PersonIdentifier person) throws CacheFailedException;

  /** Replaces what was remembered of the person. */
  void remember(PersonIdentifier person, PatronId patron, Instant asOf) throws CacheFailedException;

  /** Does nothing if nothing is remembered. */
  void forget(PersonIdentifier person) throws CacheFailedException;
}
