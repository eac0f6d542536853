package org.kashidashi.hal.driver.pcsc;

import org.kashidashi.hal.card.CardPresence;

/**
 * What PC/SC last said of one slot.
 *
 * @param reader its PC/SC name
 * @param bits as in dwEventState: flags below, above them a count of cards put in and taken out
 */
record SlotState(String reader, int bits) {
  private static final int CHANGED = 0x0002;
  private static final int UNKNOWN = 0x0004;
  private static final int UNAVAILABLE = 0x0008;
  private static final int EMPTY = 0x0010;
  private static final int PRESENT = 0x0020;
  private static final int MUTE = 0x0200;
  private static final int EVENT_SHIFT = 16;

  /** Nothing is known yet: asked with this, PC/SC answers at once. */
  static SlotState unaware(String reader) {
    return new SlotState(reader, 0);
  }

  CardPresence presence() {
    if ((bits & (UNKNOWN | UNAVAILABLE)) != 0) {
      return CardPresence.READER_DOWN;
    }
    if ((bits & MUTE) != 0) {
      return CardPresence.MUTE;
    }
    if ((bits & PRESENT) != 0) {
      return CardPresence.PRESENT;
    }
    return (bits & EMPTY) != 0 ? CardPresence.ABSENT : CardPresence.READER_DOWN;
  }

  boolean holdsCard() {
    return (bits & PRESENT) != 0;
  }

  /** Differs from an earlier count as soon as a card was put in or taken out, seen or not. */
  int events() {
    return bits >>> EVENT_SHIFT;
  }

  /** As the next question wants it back. */
  SlotState acknowledged() {
    return new SlotState(reader, bits & ~CHANGED);
  }
}
