package org.kashidashi.kiosk.session;

/** One sentence on a screen that says why the last press or scan led nowhere. */
public enum Notice {
  NONE,
  /** カードを置いてから、もう一度押してください. */
  PLACE_CARD_FIRST,
  /** An item was scanned before anybody was identified. */
  CARD_BEFORE_ITEMS,
  /** Something that is no library card was scanned where one was asked for. */
  NOT_A_LIBRARY_CARD,
  /** A library card was scanned where an item was asked for. */
  SCAN_AN_ITEM,
  /** The scanner could not make out a barcode. */
  SCAN_AGAIN,
  /** The item that was just lent had waited for this patron. */
  OWN_HOLD,
  /** The last loan could not be taken back. */
  NOT_TAKEN_BACK,
  /** No more items in one session. */
  ENOUGH_ITEMS,
  /** Staff have been called. */
  STAFF_CALLED,
  /** The scanner is gone. */
  SCANNER_LOST
}
