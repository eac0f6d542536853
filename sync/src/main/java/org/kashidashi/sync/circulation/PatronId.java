package org.kashidashi.sync.circulation;

import java.util.regex.Pattern;

/**
 * A patron as the library knows them: the number of the library card (貸出券番号).
 *
 * @param number 1 to 32 of A-Z, a-z, 0-9 and hyphen, as the library writes it
 */
public record PatronId(String number) {
  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z-]{1,32}");
  private static final int SHOWN = 3;

  public PatronId {
    if (!FORM.matcher(number).matches()) {
      throw new IllegalArgumentException(
          "library card number of %d characters, need 1 to 32 letters, digits or hyphens"
              .formatted(number.length()));
    }
  }

  /** What a screen or receipt may show: the last three characters. */
  public String masked() {
    return "****" + number.substring(Math.max(0, number.length() - SHOWN));
  }

  /** Nothing of the number: a digest of something so short would give it away. */
  @Override
  public String toString() {
    return "patron";
  }
}
