package org.kashidashi.hal.barcode;

/**
 * The text of one barcode as the scanner sent it, without its terminator.
 *
 * @param text 1 to 64 printable ASCII characters
 */
public record Scan(String text) {
  /** No library barcode is longer; a longer line is a scanner gone wrong, or an attack. */
  public static final int MAXIMUM_LENGTH = 64;

  public Scan {
    if (text.isEmpty() || text.length() > MAXIMUM_LENGTH) {
      throw new IllegalArgumentException(
          "scan of %d characters, need 1 to %d".formatted(text.length(), MAXIMUM_LENGTH));
    }
    if (!text.chars().allMatch(Scan::isPrintable)) {
      throw new IllegalArgumentException("scan with a character outside printable ASCII");
    }
  }

  /** Barcodes of libraries hold printable ASCII only; control characters can steer a terminal. */
  public static boolean isPrintable(int character) {
    return character >= 0x20 && character <= 0x7E;
  }

  /** The length alone: a library card may have been scanned. */
  @Override
  public String toString() {
    return "scan of %d characters".formatted(text.length());
  }
}
