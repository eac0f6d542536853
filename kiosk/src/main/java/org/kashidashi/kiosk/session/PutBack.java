package org.kashidashi.kiosk.session;

import java.util.Optional;
import org.kashidashi.sync.circulation.ItemBarcode;

/**
 * One line of the list on the returning screen: what became of one scan.
 *
 * @param item empty if it was none of the library
 * @param title empty unless it was taken
 */
public record PutBack(Optional<ItemBarcode> item, String title, Outcome outcome) {
  /** What the library system says. */
  public enum Outcome {
    /** Taken down; staff look at the item. */
    TAKEN,
    /** Not on loan to this patron. */
    NOT_ON_LOAN,
    NOT_ANSWERED,
    /** Lent in this very session. */
    JUST_LENT,
    /** Not a barcode of an item of the library. */
    NO_ITEM
  }

  /** What somebody borrows is personal: it is not to reach a log. */
  @Override
  public String toString() {
    return "PutBack[" + outcome + "]";
  }
}
