package org.kashidashi.sync.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * Remembers an authority's positive answers.
 *
 * <p>Implementations keep neither the certificate nor its serial: only a keyed digest of issuer and
 * serial, with a key that never leaves this kiosk, and the identifier encrypted. They are bounded,
 * may forget at any time, and may be called from any thread; calls block for one short transaction.
 */
public interface ResolverCache {
  Optional<Remembered<PersonIdentifier>> find(PresentedCertificate certificate)
      throws CacheFailedException;

  /** Replaces what was remembered of the certificate. */
  void remember(PresentedCertificate certificate, PersonIdentifier person, Instant asOf)
      throws CacheFailedException;

  /** Does nothing if nothing is remembered. */
  void forget(PresentedCertificate certificate) throws CacheFailedException;
}
