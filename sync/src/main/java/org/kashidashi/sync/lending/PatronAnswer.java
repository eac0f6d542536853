package org.kashidashi.sync.lending;

import org.kashidashi.sync.circulation.LoanRefusal;
import org.kashidashi.sync.circulation.PatronStanding;

/** What is known of a patron who wants to borrow. */
public sealed interface PatronAnswer {
  /**
   * The patron may borrow.
   *
   * @param offline whether this comes from the kiosk's cache, because central did not answer
   */
  record Welcome(PatronStanding standing, boolean offline) implements PatronAnswer {}

  /** The patron is known, but may not borrow now. */
  record NotNow(PatronStanding standing, LoanRefusal refusal) implements PatronAnswer {}

  /** Central knows no such library card. */
  record UnknownPatron() implements PatronAnswer {}

  /** Central does not answer, and this kiosk has not seen the patron before. */
  record NotCached() implements PatronAnswer {}
}
