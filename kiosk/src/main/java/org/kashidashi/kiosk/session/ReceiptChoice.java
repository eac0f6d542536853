package org.kashidashi.kiosk.session;

/** How a patron wants to end. */
public enum ReceiptChoice {
  PRINT,
  NONE
}
