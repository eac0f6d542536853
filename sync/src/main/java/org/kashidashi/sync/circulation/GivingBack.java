package org.kashidashi.sync.circulation;

/** What the library system said to a patron who puts an own loan back. */
public sealed interface GivingBack {
  /**
   * Taken down, provisionally: staff look at the item and close the loan.
   *
   * @param title as the catalogue has it
   */
  record Taken(String title) implements GivingBack {
    /** What somebody borrows is personal: it is not to reach a log. */
    @Override
    public String toString() {
      return "Taken";
    }
  }

  /** The patron has no such loan. Whether the item exists, or who has it, is not told. */
  record NotOnLoan() implements GivingBack {}
}
