package org.kashidashi.central.registry;

import java.util.Locale;
import java.util.stream.IntStream;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.barcode.BarcodeMeaning;
import org.kashidashi.sync.circulation.barcode.BarcodeReading;
import org.kashidashi.sync.circulation.barcode.BarcodeRules;
import org.kashidashi.sync.circulation.barcode.CheckDigit;
import org.kashidashi.sync.circulation.barcode.NumberRule;

/**
 * The numbers of the library cards that central gives out.
 *
 * @param prefix digits with which each begins, 1 to 8
 * @param length of the whole number, prefix and check digit included, up to 16
 */
public record CardSeries(String prefix, int length, CheckDigit checkDigit) {
  public static final int LENGTH_MAXIMUM = 16;
  private static final int DIGITS = 10;

  public CardSeries {
    if (!prefix.matches("[0-9]{1,8}") || length > LENGTH_MAXIMUM || length < prefix.length() + 3) {
      throw new IllegalArgumentException(
          "library cards '%s' of %d digits, need a prefix of 1 to 8 digits and 3 to 16 in all, so"
                  .formatted(prefix, length)
              + " that at least 2 are left to count");
    }
  }

  /** How many cards the series has. */
  public long size() {
    return (long) Math.pow(DIGITS, counted());
  }

  /**
   * One of the series.
   *
   * @param running from 0, less than the size
   */
  public PatronId number(long running) {
    if (running < 0 || running >= size()) {
      throw new IllegalArgumentException(
          "library card %d of a series of %d: give the series a longer number"
              .formatted(running, size()));
    }
    String digits = prefix + String.format(Locale.ROOT, "%0" + counted() + "d", running);
    return checkDigit == CheckDigit.NONE ? new PatronId(digits) : checked(digits);
  }

  /** The digits that count within a number. */
  public int counted() {
    return length - prefix.length() - (checkDigit == CheckDigit.NONE ? 0 : 1);
  }

  private PatronId checked(String digits) {
    NumberRule card = new NumberRule(prefix, length, length, checkDigit);
    NumberRule none = new NumberRule("-", 1, 1, CheckDigit.NONE);
    BarcodeReading reading =
        new BarcodeReading(new BarcodeRules(card, none, BarcodeRules.StartStop.KEPT));
    return IntStream.range(0, DIGITS)
        .mapToObj(digit -> digits + digit)
        .filter(number -> reading.read(number) instanceof BarcodeMeaning.LibraryCard)
        .findFirst()
        .map(PatronId::new)
        .orElseThrow(() -> new IllegalStateException("no check digit fits a series of " + this));
  }
}
