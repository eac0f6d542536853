package org.kashidashi.kiosk.identity;

/** The least that a card has to prove without a PIN before its patron may borrow. */
public enum LeastProof {
  /** A valid certificate was read, which a copy can show as well. */
  CERTIFICATE,
  /** The card also answered a fresh challenge with the key recorded when the link was made. */
  CARD_CHALLENGE
}
