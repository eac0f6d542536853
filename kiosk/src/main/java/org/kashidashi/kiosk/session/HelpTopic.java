package org.kashidashi.kiosk.session;

import java.util.List;

/** A page of the help, in the order in which they are turned. */
public enum HelpTopic {
  /** How to borrow, step by step, and the keys. */
  BORROWING,
  /** That no PIN is asked and no individual number is read. */
  CARD,
  /** How a card is linked to a library card. */
  LINKING,
  /** How long a library card is valid. */
  EXPIRY,
  /** What to do about a lost card. */
  LOST,
  /** Whom to ask about cards, certificates and PINs. */
  DESKS,
  /** How to get a library card. */
  REGISTRATION,
  /** Where a MyKey ID is made, and what becomes of points. */
  MYKEY;

  /** What every library explains. */
  static final List<HelpTopic> ALWAYS = List.of(BORROWING, CARD);
}
