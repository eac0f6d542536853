package org.kashidashi.sync.circulation;

import java.time.LocalDate;

/**
 * An open loan, as its own patron is told of it.
 *
 * @param givenBack whether the patron has put it back, and staff have not looked at it yet
 */
public record LoanOut(ItemBarcode item, String title, LocalDate due, boolean givenBack) {
  /** What somebody borrows is personal: it is not to reach a log. */
  @Override
  public String toString() {
    return "LoanOut[" + item + "]";
  }
}
