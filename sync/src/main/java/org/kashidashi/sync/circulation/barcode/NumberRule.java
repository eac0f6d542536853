package org.kashidashi.sync.circulation.barcode;

import java.util.regex.Pattern;

/**
 * Which numbers are of one sort, library cards or items.
 *
 * @param prefix how they begin, of A-Z, a-z, 0-9 and hyphen; may be empty
 * @param shortest with prefix and check digit, 1 to 32
 * @param longest with prefix and check digit, shortest to 32
 * @param checkDigit the last digit's scheme; any but NONE means that the number has digits only
 */
public record NumberRule(String prefix, int shortest, int longest, CheckDigit checkDigit) {
  private static final int LONGEST = 32;
  private static final int SHORTEST_CHECKED = 2;
  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z-]{1,32}");
  private static final Pattern PREFIX = Pattern.compile("[0-9A-Za-z-]{0,32}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  /** How a number compares with the rule. */
  enum Match {
    FITS,
    /** Right form, wrong check digit. */
    CHECK_DIGIT_WRONG,
    OTHER
  }

  public NumberRule {
    int least = checkDigit == CheckDigit.NONE ? 1 : SHORTEST_CHECKED;
    if (shortest < least || longest < shortest || longest > LONGEST) {
      throw new IllegalArgumentException("numbers of %d to %d characters, need %d to %d"
          .formatted(shortest, longest, least, LONGEST));
    }
    if (!PREFIX.matcher(prefix).matches() || prefix.length() > longest) {
      throw new IllegalArgumentException(
          "prefix '%s', need at most %d letters, digits or hyphens".formatted(prefix, longest));
    }
    if (checkDigit != CheckDigit.NONE
        && !prefix.isEmpty()
        && !DIGITS.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "prefix '%s' with check digit %s, need digits only".formatted(prefix, checkDigit));
    }
  }

  Match match(String number) {
    boolean form = number.length() >= shortest
        && number.length() <= longest
        && number.startsWith(prefix)
        && FORM.matcher(number).matches();
    if (!form) {
      return Match.OTHER;
    }
    if (checkDigit == CheckDigit.NONE) {
      return Match.FITS;
    }
    if (!DIGITS.matcher(number).matches()) {
      return Match.OTHER;
    }
    return checkDigit.fits(number) ? Match.FITS : Match.CHECK_DIGIT_WRONG;
  }

  /** Whether every number of the other rule has the form of this one, too. */
  boolean swallows(NumberRule other) {
    return other.prefix.startsWith(prefix)
        && other.shortest >= shortest
        && other.longest <= longest
        && checkDigit == CheckDigit.NONE;
  }
}
