package org.kashidashi.sync.circulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A session that ended with the program, by a power cut for instance, and not with its patron. Whose
 * it was is not said.
 *
 * @param name the session's
 * @param lastLent when the last item was lent; empty if the clock could not be trusted
 * @param loans what was lent and not taken back, oldest first
 */
public record CutSession(String name, Optional<Instant> lastLent, List<Loan> loans) {
  /**
   * One item that was lent.
   *
   * @param title empty if the kiosk does not know it
   * @param due empty if the clock could not be trusted
   */
  public record Loan(ItemBarcode item, String title, Optional<DueDate> due) {
    /** What somebody borrows is personal: it is not to reach a log. */
    @Override
    public String toString() {
      return "Loan";
    }
  }

  public CutSession {
    loans = List.copyOf(loans);
  }
}
