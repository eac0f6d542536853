package org.kashidashi.kiosk.session;

/** What the card reader sees, as far as a session cares. */
public enum CardSight {
  ABSENT,
  PRESENT,
  /** Something lies there that does not answer. */
  MUTE,
  READER_DOWN;

  /** Whether the reader can tell at all. */
  public boolean known() {
    return this != READER_DOWN;
  }

  /** Whether something has to be taken off the reader. */
  public boolean occupied() {
    return this == PRESENT || this == MUTE;
  }
}
