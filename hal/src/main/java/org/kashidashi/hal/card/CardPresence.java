package org.kashidashi.hal.card;

/** What a reader sees in its slot. */
public enum CardPresence {
  /** Nothing is felt. */
  ABSENT,
  /** A card answered to reset. */
  PRESENT,
  /** Something is there, but it does not answer: a case, two cards at once, a card upside down. */
  MUTE,
  /** The reader or the smart-card service is gone. */
  READER_DOWN
}
