package org.kashidashi.hal.card.jpki.pin;

import java.util.Arrays;

/**
 * Four digits that only their holder knows, until they are wiped.
 *
 * <p>Never in a String, so that nothing prints, compares or keeps them. Whoever holds one closes it.
 */
public final class Pin implements AutoCloseable {
  public static final int LENGTH = 4;

  private final byte[] digits;
  private boolean wiped;

  private Pin(byte[] digits) {
    this.digits = digits;
  }

  /**
   * Takes the digits over.
   *
   * @param digits four of 0 to 9; wiped here, whether they are or not
   */
  public static Pin of(char[] digits) {
    try {
      boolean wellFormed = digits.length == LENGTH;
      for (char digit : digits) {
        wellFormed &= digit >= '0' && digit <= '9';
      }
      if (!wellFormed) {
        throw new IllegalArgumentException("that is no PIN of %d digits".formatted(LENGTH));
      }
      byte[] ascii = new byte[LENGTH];
      for (int i = 0; i < LENGTH; i++) {
        ascii[i] = (byte) digits[i];
      }
      return new Pin(ascii);
    } finally {
      Arrays.fill(digits, '\0');
    }
  }

  /** A copy for a command; the caller wipes it. */
  byte[] ascii() {
    if (wiped) {
      throw new IllegalStateException("this PIN was wiped; ask for it again");
    }
    return digits.clone();
  }

  public void wipe() {
    Arrays.fill(digits, (byte) 0);
    wiped = true;
  }

  /** Whether nothing is left of it. */
  public boolean wiped() {
    return wiped;
  }

  @Override
  public void close() {
    wipe();
  }

  /** No digit, and not even how many. */
  @Override
  public String toString() {
    return "PIN";
  }
}
