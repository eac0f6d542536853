package org.kashidashi.kiosk.session;

import java.util.Optional;
import org.kashidashi.sync.circulation.DueDate;
import org.kashidashi.sync.circulation.ItemBarcode;

/** One line of the list on the lending screen: what became of one scan. */
public sealed interface Line {
  /**
   * 済.
   *
   * @param title empty if the kiosk does not know it
   * @param due empty if the clock cannot be trusted
   */
  record Lent(ItemBarcode item, String title, Optional<DueDate> due) implements Line {
    /** Neither item nor title nor date: together they tell what somebody reads. */
    @Override
    public String toString() {
      return "Lent";
    }
  }

  /**
   * 取消: the patron took it back.
   *
   * @param title empty if the kiosk does not know it
   */
  record Cancelled(ItemBarcode item, String title) implements Line {
    @Override
    public String toString() {
      return "Cancelled";
    }
  }

  /** 不可. */
  record NotLent(Refusal refusal) implements Line {}
}
