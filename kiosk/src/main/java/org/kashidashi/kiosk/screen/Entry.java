package org.kashidashi.kiosk.screen;

import java.util.Optional;
import org.kashidashi.kiosk.session.Refusal;
import org.kashidashi.sync.circulation.DueDate;

/** One line of the list on the lending screen. */
public sealed interface Entry {
  /** The number in front of the line, from 1. */
  int number();

  /**
   * 済.
   *
   * @param title empty if the kiosk does not know it
   * @param due empty if the clock cannot be trusted
   */
  record Lent(int number, String title, Optional<DueDate> due) implements Entry {
    /** Neither title nor date: together they tell what somebody reads. */
    @Override
    public String toString() {
      return "Lent";
    }
  }

  /** 取消. */
  record Cancelled(int number, String title) implements Entry {
    @Override
    public String toString() {
      return "Cancelled";
    }
  }

  /** 不可. */
  record NotLent(int number, Refusal refusal) implements Entry {}
}
