package org.kashidashi.central.circulation;

/** How a loan came to be closed. */
public enum Ending {
  /** The item was lent to somebody else afterwards. */
  LENT_ON,
  /** When the loan arrived, a later one of the same item was open already. */
  OVERTAKEN,
  /** The patron had the item on loan already. */
  REPEATED,
  /** The patron took it back at the kiosk, or had done so before it arrived. */
  CANCELLED,
  /** The patron put it back at a kiosk, and staff have looked at it. */
  RETURNED
}
