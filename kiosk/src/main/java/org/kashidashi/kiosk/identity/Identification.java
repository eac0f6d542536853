package org.kashidashi.kiosk.identity;

import java.time.Instant;
import org.kashidashi.hal.card.jpki.CardReading;
import org.kashidashi.sync.circulation.PatronId;

/** Who lies on the card reader, or why that cannot be said. Reasons are for the log. */
public sealed interface Identification {
  record Identified(PatronId patron) implements Identification {}

  /** The certificate in the card has expired. */
  record CardExpired(Instant notAfter) implements Identification {}

  /** The certificate is not valid yet: most likely the kiosk's clock is wrong. */
  record ClockOrCertificate(Instant notBefore) implements Identification {}

  /** No trusted authority issued the certificate for user authentication. */
  record Untrusted(String reason) implements Identification {}

  record Phone() implements Identification {}

  record Juki() implements Identification {}

  record NoCertificate() implements Identification {}

  record OtherCard(CardReading.OtherCard.Kind kind) implements Identification {}

  record Moved() implements Identification {}

  record Mute() implements Identification {}

  record Collision() implements Identification {}

  record Damaged(String reason) implements Identification {}

  record ReaderDown(String reason) implements Identification {}

  record NoCard() implements Identification {}

  /** Linked by the method withdrawn in May 2024 only. */
  record OldMethodOnly() implements Identification {}

  record Unlinked() implements Identification {}

  /** The card was reissued, and the link has to be made again. */
  record Reissued() implements Identification {}

  /** Revoked for good, or stopped by telephone. */
  record Stopped() implements Identification {}

  /** The authority behind the card cannot be asked now. */
  record AuthorityUnavailable(String reason) implements Identification {}

  /** The registry of links cannot be asked now, and the kiosk does not remember this one. */
  record RegistryUnreachable(String reason) implements Identification {}
}
