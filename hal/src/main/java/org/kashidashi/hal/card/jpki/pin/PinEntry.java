package org.kashidashi.hal.card.jpki.pin;

import java.util.Arrays;

/** The digits of a PIN while they are typed. Confined to one thread. */
public final class PinEntry {
  private final char[] digits = new char[Pin.LENGTH];
  private int typed;

  /**
   * Adds a digit, if there is room for it.
   *
   * @param digit 0 to 9
   */
  public void type(char digit) {
    if (digit < '0' || digit > '9') {
      throw new IllegalArgumentException("that is no digit");
    }
    if (typed < digits.length) {
      digits[typed] = digit;
      typed++;
    }
  }

  public int typed() {
    return typed;
  }

  public boolean complete() {
    return typed == digits.length;
  }

  /** Hands the digits over and keeps none of them. */
  public Pin take() {
    if (!complete()) {
      throw new IllegalStateException("%d of %d digits were typed".formatted(typed, Pin.LENGTH));
    }
    char[] all = digits.clone();
    wipe();
    return Pin.of(all);
  }

  public void wipe() {
    Arrays.fill(digits, '\0');
    typed = 0;
  }
}
