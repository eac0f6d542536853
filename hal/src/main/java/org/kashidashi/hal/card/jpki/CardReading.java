package org.kashidashi.hal.card.jpki;

/** What one attempt to read a My Number Card without a PIN found out. */
public sealed interface CardReading {
  /** The user-authentication certificate of a My Number Card, as it lay on the card, unchecked. */
  record CertificateRead(CertificateBytes certificate) implements CardReading {}

  /**
   * The same, and the card's answer to a fresh challenge, unchecked: whose key it was made with is
   * not known here.
   */
  record CertificateAnswered(CertificateBytes certificate, ChallengeAnswer answer)
      implements CardReading {}

  /** A smartphone offering its own certificate, which would need a PIN. */
  record Phone() implements CardReading {}

  /** A resident register card (住民基本台帳カード). */
  record JukiCard() implements CardReading {}

  /** A My Number Card without a user-authentication certificate. */
  record NoCertificate() implements CardReading {}

  /** A chip card, but not a My Number Card; the kind is for the log alone. */
  record OtherCard(Kind kind) implements CardReading {
    /** As far as its answers tell it. */
    public enum Kind {
      DRIVERS_LICENCE,
      RESIDENCE_CARD,
      TRANSIT_CARD,
      UNKNOWN_TOKEN,
      UNKNOWN
    }
  }

  /** What was read is no certificate: worn, damaged or forged. */
  record DamagedCertificate(String reason) implements CardReading {}

  /** The card left the field before the end, or answered too slowly to reach it. */
  record Moved() implements CardReading {}

  /** Something lies there that does not answer: a case, or a card upside down. */
  record Mute() implements CardReading {}

  /** More than one card answers. */
  record Collision() implements CardReading {}

  /** Nothing lies on the reader. */
  record NoCard() implements CardReading {}

  /** The reader or its service is gone or hangs. */
  record ReaderDown(String reason) implements CardReading {}
}
