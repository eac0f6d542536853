package org.kashidashi.sync.registry.counter;

import java.util.regex.Pattern;

/**
 * The name of a staff account.
 *
 * @param name 1 to 32 of a-z, 0-9, dot and hyphen; never {@link #OPERATOR}
 */
public record StaffName(String name) {
  /** As whom the audit names whoever works on central's own machine: nobody's account. */
  public static final String OPERATOR = "operator";

  private static final Pattern FORM = Pattern.compile("[a-z0-9.-]{1,32}");

  public StaffName {
    if (name.equals(OPERATOR)) {
      throw new IllegalArgumentException(
          "staff name '%s' stands in the audit for whoever works on central itself; take another"
              .formatted(OPERATOR));
    }
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "staff name of %d characters, need 1 to 32 of a-z, 0-9, dot and hyphen"
              .formatted(name.length()));
    }
  }

  /** Whether an account may have this name. */
  public static boolean admits(String name) {
    return FORM.matcher(name).matches() && !name.equals(OPERATOR);
  }
}
