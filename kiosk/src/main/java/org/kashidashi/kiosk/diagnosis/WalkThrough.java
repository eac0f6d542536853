package org.kashidashi.kiosk.diagnosis;

import java.io.IOException;
import java.util.function.Consumer;

/** A whole loan on simulated devices, through the same machine of states that patrons meet. */
public interface WalkThrough {
  /**
   * Touches no device, no database and no library system.
   *
   * @param english whether the walk is in English, as a patron would choose it; else in Japanese
   * @param screens told each screen as text, 60 columns wide
   * @return whether the loan was confirmed at the end
   * @throws IOException there is no room for the files of a moment
   */
  boolean run(boolean english, Consumer<String> screens) throws IOException;
}
