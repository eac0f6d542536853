package org.kashidashi.kiosk.bench;

import java.util.Locale;

/**
 * One figure and what it is held to.
 *
 * @param goal in words, e.g. "at most 10"
 * @param against what the figure was compared with in the same run; empty if it stands alone
 */
record Measurement(
    String name, double value, String unit, String goal, boolean holds, String against) {
  static Measurement atMost(String name, double value, String unit, double goal, String against) {
    return new Measurement(
        name,
        value,
        unit,
        String.format(Locale.ROOT, "at most %.4g", goal),
        value <= goal,
        against);
  }

  /** A figure that is held to nothing by itself. */
  static Measurement plain(String name, double value, String unit, String against) {
    return new Measurement(name, value, unit, "", true, against);
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "%-38s %12.3f %-8s %-16s %-5s %s",
        name,
        value,
        unit,
        goal,
        holds ? "yes" : "NO",
        against);
  }
}
