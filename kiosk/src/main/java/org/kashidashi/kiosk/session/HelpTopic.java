package org.kashidashi.kiosk.session;

/** A page of the help, in the order in which they are turned. */
public enum HelpTopic {
  /** How to borrow, step by step, and the keys. */
  BORROWING,
  /** That no PIN is asked and no individual number is read. */
  CARD
}
