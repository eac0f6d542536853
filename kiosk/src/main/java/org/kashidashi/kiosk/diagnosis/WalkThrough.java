package org.kashidashi.kiosk.diagnosis;

import java.util.function.Consumer;

/** A whole loan on simulated devices, through the same machine of states that patrons meet. */
public interface WalkThrough {
  /**
   * Touches no device, no database and no library system.
   *
   * @param screens told each screen as text, as wide as {@code columns}
   * @return whether the loan was confirmed at the end
   */
  boolean run(int columns, Consumer<String> screens);
}
