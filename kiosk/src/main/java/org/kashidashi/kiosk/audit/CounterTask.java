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
  SIGN_OUT
}
