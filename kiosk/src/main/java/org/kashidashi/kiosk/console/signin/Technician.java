package org.kashidashi.kiosk.console.signin;

import java.util.regex.Pattern;

/**
 * Somebody who may use the console.
 *
 * @param name as {@link #NAME} allows
 */
public record Technician(String name, Role role) {
  public static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{0,31}");

  public Technician {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a technician's name of %d characters, need %s".formatted(name.length(), NAME));
    }
  }
}
