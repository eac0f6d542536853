package org.kashidashi.sync.circulation;

import java.time.LocalDate;

/** An open loan, as its own patron is told of it. */
public record LoanOut(ItemBarcode item, String title, LocalDate due) {
  /** What somebody borrows is personal: it is not to reach a log. */
  @Override
  public String toString() {
    return "LoanOut[" + item + "]";
  }
}
