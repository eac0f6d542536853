package org.kashidashi.central.load;

import java.util.List;

/** What a load came to. */
public sealed interface LoadReport {
  /** How many rows were taken, all files together. */
  record Loaded(long rows) implements LoadReport {}

  /**
   * Nothing was loaded.
   *
   * @param mistakes the first of them, with file, line and remedy
   * @param more how many mistakes are not listed
   */
  record Refused(List<String> mistakes, long more) implements LoadReport {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }
}
