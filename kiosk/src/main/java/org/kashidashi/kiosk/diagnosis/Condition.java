package org.kashidashi.kiosk.diagnosis;

import java.util.List;

/**
 * How a part of the machine is, why, and what was measured.
 *
 * @param cause {@link Cause#NONE} exactly if the part is good, absent or unknown
 */
public record Condition(Part part, Standing standing, Cause cause, List<Fact> measured) {
  public Condition {
    measured = List.copyOf(measured);
    boolean trouble = standing == Standing.DOUBTFUL || standing == Standing.BAD;
    if (trouble == (cause == Cause.NONE)) {
      throw new IllegalArgumentException("%s is %s because of %s".formatted(part, standing, cause));
    }
  }

  public static Condition good(Part part, Fact... measured) {
    return new Condition(part, Standing.GOOD, Cause.NONE, List.of(measured));
  }

  public static Condition absent(Part part) {
    return new Condition(part, Standing.ABSENT, Cause.NONE, List.of());
  }

  public static Condition unknown(Part part) {
    return new Condition(part, Standing.UNKNOWN, Cause.NONE, List.of());
  }

  public static Condition doubtful(Part part, Cause cause, Fact... measured) {
    return new Condition(part, Standing.DOUBTFUL, cause, List.of(measured));
  }

  public static Condition bad(Part part, Cause cause, Fact... measured) {
    return new Condition(part, Standing.BAD, cause, List.of(measured));
  }
}
