package org.kashidashi.sync.registry;

import java.util.Optional;

/** An authority's answer to a person's proof. */
public sealed interface Introduction {
  /**
   * The person is who the certificate says.
   *
   * @param details what the authority hands over about the person; empty if it hands over nothing
   */
  record Introduced(PersonIdentifier person, Optional<PersonDetails> details)
      implements Introduction {}

  /** The person has no identifier of the wished kind and must make one first. */
  record NoIdentifier() implements Introduction {}

  /** The signature does not fit the certificate or the challenge. */
  record ProofWrong() implements Introduction {}

  record Revoked() implements Introduction {}

  /** Stopped by telephone, until lifted in person. */
  record Suspended() implements Introduction {}

  /** The authority cannot be asked now. */
  record Unavailable(String reason) implements Introduction {}
}
