package org.kashidashi.central.load;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in the files, up to a limit. Values may be personal: none is repeated. */
final class CsvMistakes {
  static final int LISTED_MAXIMUM = 100;

  private final List<String> listed = new ArrayList<>();
  private long more;

  void add(String file, long line, String text) {
    if (listed.size() < LISTED_MAXIMUM) {
      listed.add("%s:%d: %s".formatted(file, line, text));
    } else {
      more++;
    }
  }

  boolean isEmpty() {
    return listed.isEmpty();
  }

  LoadReport.Refused refused() {
    return new LoadReport.Refused(listed, more);
  }
}
