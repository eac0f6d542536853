package org.kashidashi.kiosk.counter.patron;

import org.kashidashi.kiosk.session.Action;

/** What the patron did, without any digit: the machine only counts them. */
sealed interface PatronPress {
  record Chose(Action action) implements PatronPress {}

  record Digit() implements PatronPress {}

  /** Key *. */
  record Star() implements PatronPress {}

  /** Key #. */
  record Hash() implements PatronPress {}
}
