package org.kashidashi.hal.driver.serial;

/**
 * What a scanner puts around each barcode, apart from the terminator; both may be empty.
 *
 * <p>A scan without it is refused: where the beginning was lost, the rest would be a shorter
 * barcode, and could be another item's.
 *
 * @param prefix up to {@value #MAXIMUM_LENGTH} ASCII characters, such as STX or an AIM identifier
 * @param suffix as the prefix, such as ETX
 */
public record ScanFrame(String prefix, String suffix) {
  /** Scanners let their owner program no more than this in front of a barcode or behind it. */
  public static final int MAXIMUM_LENGTH = 8;

  public static final ScanFrame NONE = new ScanFrame("", "");

  public ScanFrame {
    requireUsable("prefix", prefix);
    requireUsable("suffix", suffix);
  }

  private static void requireUsable(String which, String text) {
    if (text.length() > MAXIMUM_LENGTH) {
      throw new IllegalArgumentException(
          "%s of %d characters, need at most %d".formatted(which, text.length(), MAXIMUM_LENGTH));
    }
    if (!text.chars().allMatch(character -> character >= 1 && character <= 0x7E)) {
      throw new IllegalArgumentException(which + " with a character outside ASCII, or NUL");
    }
    if (text.chars().anyMatch(Unframer::isTerminator)) {
      throw new IllegalArgumentException(
          which + " with CR, LF or Tab, leave them out: they end every scan anyway");
    }
  }
}
