package org.kashidashi.kiosk.identity;

import java.time.Instant;
import org.kashidashi.hal.card.jpki.CardReading;
import org.kashidashi.sync.circulation.PatronId;

/** Who lies on the card reader, or why that cannot be said. Reasons are for the log. */
public sealed interface Identification {
  record Identified(PatronId patron) implements Identification {}

  /** Why it cannot be said. */
  sealed interface NotIdentified extends Identification {}

  /** The certificate in the card has expired. */
  record CardExpired(Instant notAfter) implements NotIdentified {}

  /** The certificate is not valid yet: most likely the kiosk's clock is wrong. */
  record ClockOrCertificate(Instant notBefore) implements NotIdentified {}

  /** No trusted authority issued the certificate for user authentication. */
  record Untrusted(String reason) implements NotIdentified {}

  record Phone() implements NotIdentified {}

  record Juki() implements NotIdentified {}

  record NoCertificate() implements NotIdentified {}

  record OtherCard(CardReading.OtherCard.Kind kind) implements NotIdentified {}

  record Moved() implements NotIdentified {}

  record Mute() implements NotIdentified {}

  record Collision() implements NotIdentified {}

  record Damaged(String reason) implements NotIdentified {}

  record ReaderDown(String reason) implements NotIdentified {}

  record NoCard() implements NotIdentified {}

  /** Linked by the method withdrawn in May 2024 only. */
  record OldMethodOnly() implements NotIdentified {}

  record Unlinked() implements NotIdentified {}

  /** The card was reissued, and the link has to be made again. */
  record Reissued() implements NotIdentified {}

  /** The card has not proved as much as this library asks for: perhaps it is a copy. */
  record NotProved(Lack lack) implements NotIdentified {
    /** What was missing. */
    public enum Lack {
      /** The link was made without recording the card's key, or before that was possible. */
      NO_KEY_RECORDED,
      /** The card gave no answer. */
      NO_ANSWER,
      /** The answer was made with another key. */
      OTHER_KEY
    }
  }

  /** Revoked for good, or stopped by telephone. */
  record Stopped() implements NotIdentified {}

  /** The authority behind the card cannot be asked now. */
  record AuthorityUnavailable(String reason) implements NotIdentified {}

  /** The registry of links cannot be asked now, and the kiosk does not remember this one. */
  record RegistryUnreachable(String reason) implements NotIdentified {}
}
