package org.kashidashi.hal.printer;

import java.util.List;

/**
 * One piece of paper to be printed and cut.
 *
 * @param lines the lines from top to bottom, at most {@link #MAXIMUM_LINES}, none wider than the
 *     paper
 */
public record Slip(List<String> lines) {
  /** Longer than any receipt; more is a mistake that would empty the roll. */
  public static final int MAXIMUM_LINES = 200;

  public Slip {
    lines = List.copyOf(lines);
    if (lines.isEmpty() || lines.size() > MAXIMUM_LINES) {
      throw new IllegalArgumentException(
          "slip of %d lines, need 1 to %d".formatted(lines.size(), MAXIMUM_LINES));
    }
  }

  /** The length alone: receipts are personal. */
  @Override
  public String toString() {
    return "slip of %d lines".formatted(lines.size());
  }
}
