package org.kashidashi.sync.registry;

/** How a person's signature certificate (署名用電子証明書) stands. */
public sealed interface SignatureStanding {
  record Valid() implements SignatureStanding {}

  /** The person has none: declined, too young, or a face-authentication card. */
  record None() implements SignatureStanding {}

  /** Expired or revoked, as after a change of address. */
  record Revoked() implements SignatureStanding {}

  /** The authority knows nobody by this identifier any more. */
  record UnknownPerson() implements SignatureStanding {}

  /** The authority cannot be asked now. */
  record Unavailable(String reason) implements SignatureStanding {}
}
