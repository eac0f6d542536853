package org.kashidashi.kiosk.audit;

/** How something that staff did at a counter ended. */
public enum CounterOutcome {
  DONE,
  /** A rule, the card or the person spoke against it. */
  REFUSED,
  /** Staff or the patron broke it off. */
  STOPPED,
  /** The role of the member of staff does not allow it. */
  NOT_ALLOWED,
  /** The member of staff has to sign in again. */
  SIGNED_OUT,
  /** It could not be asked for, and was not done. */
  UNREACHABLE,
  /** The answer was lost; whether it was done is not known. */
  NOT_KNOWN,
  /** The machine itself is in trouble. */
  FAULT
}
