package org.kashidashi.kiosk.audit;

/** What staff do at a counter. */
public enum CounterTask {
  SIGN_IN,
  LEND,
  TAKE_BACK,
  PATRON,
  LINK,
  UNLINK,
  MIGRATE,
  REGISTER,
  RENEW,
  CASES,
  SHOW_PERSON,
  ERASE_PERSON,
  /** Type the number of a library card whose barcode cannot be read, for a link. */
  TYPE_NUMBER,
  SIGN_OUT
}
