package org.kashidashi.sync.registry;

/** An authority's answer. */
public sealed interface Resolution {
  record Resolved(PersonIdentifier person) implements Resolution {}

  /**
   * The person is known by the method withdrawn in May 2024 only. Nobody but the authority says so:
   * no registry can be asked by a certificate's serial number.
   */
  record OldMethodOnly() implements Resolution {}

  /** The authority knows nobody by this certificate. */
  record UnknownPerson() implements Resolution {}

  record Revoked() implements Resolution {}

  /** Stopped by telephone, until lifted in person. */
  record Suspended() implements Resolution {}

  /** The authority cannot be asked now. */
  record Unavailable(String reason) implements Resolution {}
}
