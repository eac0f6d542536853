package org.kashidashi.kiosk.session;

/**
 * One line of the list on the returning screen: what became of one scan.
 *
 * @param title empty unless it was taken
 */
public record PutBack(String title, Outcome outcome) {
  /** What the library system says. */
  public enum Outcome {
    /** Taken down; staff look at the item. */
    TAKEN,
    /** Not on loan to this patron. */
    NOT_ON_LOAN,
    NOT_ANSWERED,
    /** Not a barcode of an item of the library. */
    NO_ITEM
  }

  /** What somebody borrows is personal: it is not to reach a log. */
  @Override
  public String toString() {
    return "PutBack[" + outcome + "]";
  }
}
