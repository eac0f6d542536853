package org.kashidashi.sync.circulation;

import java.util.regex.Pattern;

/**
 * The number on an item's library barcode, without start and stop characters.
 *
 * @param number 1 to 32 of A-Z, a-z, 0-9 and hyphen
 */
public record ItemBarcode(String number) {
  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z-]{1,32}");

  public ItemBarcode {
    if (!FORM.matcher(number).matches()) {
      throw new IllegalArgumentException(
          "item barcode of %d characters, need 1 to 32 letters, digits or hyphens"
              .formatted(number.length()));
    }
  }

  /** Nothing of the number: a digest of something so short would give it away. */
  @Override
  public String toString() {
    return "item";
  }
}
