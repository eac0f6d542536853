package org.kashidashi.sync.circulation.barcode;

import java.util.regex.Pattern;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.barcode.NumberRule.Match;

/** Says what the text of a scan means by one library's rules. Pure. */
public final class BarcodeReading {
  /** NW-7 (JIS X 0506): A-D around digits and six signs; some scanners send them in lower case. */
  private static final Pattern NW7 = Pattern.compile("[A-Da-d][0-9$:/.+-]+[A-Da-d]");

  /** ISBN, and the second line of a Japanese book's two (192, class, price); both are EAN-13. */
  private static final Pattern BOOKSHOP = Pattern.compile("(978|979|192)[0-9]{10}");

  private static final int LONGEST_SCAN = 64;

  private final BarcodeRules rules;

  public BarcodeReading(BarcodeRules rules) {
    this.rules = rules;
  }

  /**
   * Never throws, whatever was scanned.
   *
   * @param text as the scanner sent it, without line end
   */
  public BarcodeMeaning read(String text) {
    if (text.length() > LONGEST_SCAN) {
      return new BarcodeMeaning.Unknown();
    }
    String number = withoutStartStop(text);
    if (BOOKSHOP.matcher(number).matches() && CheckDigit.M10W31.fits(number)) {
      return new BarcodeMeaning.Isbn();
    }
    Match card = rules.libraryCard().match(number);
    if (card == Match.FITS) {
      return new BarcodeMeaning.LibraryCard(new PatronId(number));
    }
    Match item = rules.item().match(number);
    if (item == Match.FITS) {
      return new BarcodeMeaning.LibraryItem(new ItemBarcode(number));
    }
    return card == Match.CHECK_DIGIT_WRONG || item == Match.CHECK_DIGIT_WRONG
        ? new BarcodeMeaning.Misread()
        : new BarcodeMeaning.Unknown();
  }

  private String withoutStartStop(String text) {
    return switch (rules.startStop()) {
      case STRIPPED -> NW7.matcher(text).matches() ? text.substring(1, text.length() - 1) : text;
      case KEPT -> text;
    };
  }
}
