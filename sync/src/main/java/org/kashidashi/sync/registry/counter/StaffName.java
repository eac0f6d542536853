package org.kashidashi.sync.registry.counter;

import java.util.regex.Pattern;

/**
 * The name of a staff account.
 *
 * @param name 1 to 32 of a-z, 0-9, dot and hyphen
 */
public record StaffName(String name) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9.-]{1,32}");

  public StaffName {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "staff name of %d characters, need 1 to 32 of a-z, 0-9, dot and hyphen"
              .formatted(name.length()));
    }
  }
}
