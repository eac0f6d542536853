package org.kashidashi.sync.circulation.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.barcode.BarcodeRules.StartStop;

final class BarcodeReadingTest {
  private static final int FUZZ_ROUNDS = 200_000;
  private static final long FUZZ_SEED = 20_261_120L;

  private static final NumberRule CARD = new NumberRule("0", 10, 10, CheckDigit.M10W21_SPLIT);
  private static final NumberRule ITEM = new NumberRule("", 9, 10, CheckDigit.M10W21_SPLIT);
  private static final NumberRule LETTERED = new NumberRule("BB", 8, 8, CheckDigit.NONE);

  private final BarcodeReading reading =
      new BarcodeReading(new BarcodeRules(CARD, ITEM, StartStop.STRIPPED));

  @ParameterizedTest
  @CsvSource({
    "123456782, ITEM, 123456782",
    "A123456782A, ITEM, 123456782",
    "a123456782d, ITEM, 123456782",
    "0123456782, CARD, 0123456782",
    "B0123456782C, CARD, 0123456782",
    "123456784, MISREAD, ''",
    "0123456789, MISREAD, ''",
    "9780306406157, ISBN, ''",
    "9791032305690, ISBN, ''",
    "1920095018003, ISBN, ''",
    "9780306406158, UNKNOWN, ''",
    "1920095018001, UNKNOWN, ''",
    "12345678, UNKNOWN, ''",
    "12345678901, UNKNOWN, ''",
    "A123456782, UNKNOWN, ''",
    "123456782A, UNKNOWN, ''",
    "E123456782E, UNKNOWN, ''",
    "AA123456782A, UNKNOWN, ''",
    "AA, UNKNOWN, ''",
    "12345678B, UNKNOWN, ''",
  })
  void namesWhatWasScanned(String text, String kind, String number) {
    BarcodeMeaning expected = switch (kind) {
      case "CARD" -> new BarcodeMeaning.LibraryCard(new PatronId(number));
      case "ITEM" -> new BarcodeMeaning.LibraryItem(new ItemBarcode(number));
      case "ISBN" -> new BarcodeMeaning.Isbn();
      case "MISREAD" -> new BarcodeMeaning.Misread();
      case "UNKNOWN" -> new BarcodeMeaning.Unknown();
      default -> throw new IllegalArgumentException(kind);
    };

    assertEquals(expected, reading.read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "?",
        "|",
        "\r",
        "123456782\r",
        " 123456782",
        "A12345678\u00002A",
        "１２３４５６７８２",
        "٣٤٥٦٧٨٩٠١",
        "ﾀﾞｲﾁｮｳ",
        "'; DROP TABLE loans; --",
        "A1$2:3/4.5+6A",
        "\u001b[2J",
        "\ud83d\ude00",
        "\ud83d",
      })
  void hostileTextIsUnknown(String text) {
    assertEquals(new BarcodeMeaning.Unknown(), reading.read(text));
  }

  @Test
  void textBeyondTheLimitIsUnknown() {
    assertEquals(new BarcodeMeaning.Unknown(), reading.read("1".repeat(65)));
    assertEquals(new BarcodeMeaning.Unknown(), reading.read("1".repeat(1_000_000)));
  }

  @Test
  void wholeSchemeReadsTheOtherCheckDigit() {
    NumberRule item = new NumberRule("", 9, 9, CheckDigit.M10W21_WHOLE);
    BarcodeReading whole = new BarcodeReading(new BarcodeRules(CARD, item, StartStop.STRIPPED));

    assertEquals(
        new BarcodeMeaning.LibraryItem(new ItemBarcode("123456784")), whole.read("123456784"));
    assertEquals(new BarcodeMeaning.Misread(), whole.read("123456782"));
  }

  @Test
  void letteredNumbersKeepTheirLettersWhereTheyBelongToThem() {
    BarcodeReading kept = new BarcodeReading(new BarcodeRules(
        new NumberRule("A", 4, 4, CheckDigit.NONE),
        new NumberRule("B", 4, 4, CheckDigit.NONE),
        StartStop.KEPT));

    assertEquals(new BarcodeMeaning.LibraryCard(new PatronId("A12D")), kept.read("A12D"));
    assertEquals(new BarcodeMeaning.LibraryItem(new ItemBarcode("B12A")), kept.read("B12A"));
  }

  @Test
  void readsCodeThirtyNineNumbersWithLetters() {
    BarcodeReading lettered =
        new BarcodeReading(new BarcodeRules(CARD, LETTERED, StartStop.STRIPPED));

    assertEquals(
        new BarcodeMeaning.LibraryItem(new ItemBarcode("BB000001")), lettered.read("BB000001"));
  }

  @Test
  void refusesRulesByWhichItemsCouldNeverBeRead() {
    NumberRule any = new NumberRule("", 1, 32, CheckDigit.NONE);

    assertThrows(
        IllegalArgumentException.class, () -> new BarcodeRules(any, ITEM, StartStop.STRIPPED));
  }

  @Test
  void anyTextHasAMeaningAndNothingIsThrown() {
    Random random = new Random(FUZZ_SEED);
    String likely =
        "0123456789012345678901234567890123456789ABCDabcd-$:/.+ \u0000\u001b\r\n\u00e9図";
    for (int round = 0; round < FUZZ_ROUNDS; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(20);
      for (int index = 0; index < length; index++) {
        text.append(
            random.nextInt(50) == 0
                ? (char) random.nextInt(Character.MAX_VALUE + 1)
                : likely.charAt(random.nextInt(likely.length())));
      }
      String scan = text.toString();
      switch (reading.read(scan)) {
        case BarcodeMeaning.LibraryCard card -> assertPartOf(scan, card.patron().number());
        case BarcodeMeaning.LibraryItem item ->
          assertPartOf(scan, item.barcode().number());
        case BarcodeMeaning.Isbn isbn -> assertInstanceOf(BarcodeMeaning.Isbn.class, isbn);
        case BarcodeMeaning.Misread _, BarcodeMeaning.Unknown _ -> {}
      }
    }
  }

  private static void assertPartOf(String scan, String number) {
    int edges = scan.length() - number.length();
    assertEquals(number, scan.substring(edges / 2, scan.length() - edges / 2), "seed " + FUZZ_SEED);
  }
}
