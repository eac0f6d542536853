package org.kashidashi.central.library;

/** The least that a library accepts as proof that a card was there, weakest first. */
public enum AcceptedProof {
  /** The certificate was read from a card, and holds. */
  CERTIFICATE,
  /** The card has also signed a fresh challenge with the key recorded when the link was made. */
  CARD_CHALLENGE
}
