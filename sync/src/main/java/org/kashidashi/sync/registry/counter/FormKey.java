package org.kashidashi.sync.registry.counter;

import java.util.regex.Pattern;

/**
 * Tells one application form from every other, so that a repeated one gives no second library card.
 *
 * @param hex 32 of 0-9 and a-f: 16 random bytes, made when the form is filled in
 */
public record FormKey(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  public FormKey {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "form key of %d characters, need 32 of 0-9 and a-f".formatted(hex.length()));
    }
  }
}
