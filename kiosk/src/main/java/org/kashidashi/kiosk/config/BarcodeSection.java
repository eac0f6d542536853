package org.kashidashi.kiosk.config;

import java.util.List;
import java.util.stream.Stream;
import org.kashidashi.kiosk.config.mistake.Allowed;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;
import org.kashidashi.sync.circulation.barcode.BarcodeRules;
import org.kashidashi.sync.circulation.barcode.CheckDigit;
import org.kashidashi.sync.circulation.barcode.NumberRule;

/** Reads how a library numbers its cards and items. */
final class BarcodeSection {
  private static final Numbers LIBRARY_CARD = new Numbers("barcode.library_card", "library cards");
  private static final Numbers ITEM = new Numbers("barcode.item", "items");
  private static final Setting<BarcodeRules.StartStop> START_STOP = Setting.otherwise(
      "barcode.start_stop",
      Forms.choice(BarcodeRules.StartStop.class),
      BarcodeRules.StartStop.STRIPPED,
      "What is done with the start and stop characters (A to D) of NW-7 barcodes.");
  static final List<Setting<?>> SETTINGS = Stream.of(
          Stream.<Setting<?>>of(START_STOP),
          LIBRARY_CARD.settings().stream(),
          ITEM.settings().stream())
      .flatMap(settings -> settings)
      .toList();

  /** Stands in while anything is wrong. */
  private static final BarcodeRules EXAMPLE = new BarcodeRules(
      new NumberRule("1", 2, 2, CheckDigit.NONE),
      new NumberRule("2", 2, 2, CheckDigit.NONE),
      BarcodeRules.StartStop.STRIPPED);

  private BarcodeSection() {}

  static BarcodeRules read(Values values) {
    BarcodeRules.StartStop startStop = values.get(START_STOP);
    NumberRule libraryCard = LIBRARY_CARD.read(values, EXAMPLE.libraryCard());
    NumberRule item = ITEM.read(values, EXAMPLE.item());
    boolean comparable = Stream.of(LIBRARY_CARD, ITEM)
        .flatMap(numbers -> numbers.settings().stream())
        .allMatch(values::fit);
    if (!comparable) {
      return EXAMPLE;
    }
    try {
      return new BarcodeRules(libraryCard, item, startStop);
    } catch (IllegalArgumentException conflict) {
      values.add(
          LIBRARY_CARD.prefix(), Problem.ITEMS_ARE_CARDS.with(), Remedy.CARDS_OF_THEIR_OWN.with());
      return EXAMPLE;
    }
  }

  /** The settings of one sort of number. */
  private record Numbers(
      Setting<String> prefix,
      Setting<Integer> shortest,
      Setting<Integer> longest,
      Setting<CheckDigit> checkDigit) {
    private static final int LONGEST = 32;

    Numbers(String section, String what) {
      this(
          Setting.otherwise(
              section + ".prefix",
              Forms.text(
                  "[0-9A-Za-z-]{0,32}",
                  Allowed.AT_MOST_MADE_OF.with(32, Allowed.BARCODE_SIGNS.with()),
                  ""),
              "",
              "How the numbers of all " + what + " begin."),
          Setting.required(
              section + ".shortest",
              new WholeForm(1, LONGEST),
              "The least length of the numbers of " + what
                  + ", with prefix and check digit, without start and stop characters."),
          Setting.required(
              section + ".longest",
              new WholeForm(1, LONGEST),
              "The greatest length of the numbers of " + what + "."),
          Setting.otherwise(
              section + ".check_digit",
              Forms.choice(CheckDigit.class),
              CheckDigit.NONE,
              "How the last digit of the numbers of " + what
                  + " is made; `m10w21_split` adds up the digits of each product (分割),"
                  + " `m10w21_whole` the products (一括)."));
    }

    List<Setting<?>> settings() {
      return List.of(prefix, shortest, longest, checkDigit);
    }

    NumberRule read(Values values, NumberRule example) {
      String prefixText = values.get(prefix);
      int least = values.get(shortest);
      int most = values.get(longest);
      CheckDigit scheme = values.get(checkDigit);
      if (!values.fit(prefix, shortest, longest, checkDigit)) {
        return example;
      }
      try {
        return new NumberRule(prefixText, least, most, scheme);
      } catch (IllegalArgumentException conflict) {
        values.add(
            shortest,
            Problem.NUMBERS_UNCLEAR.with(
                least, most, prefixText, checkDigit.form().write(scheme)),
            Remedy.FITTING_NUMBERS.with());
        return example;
      }
    }
  }
}
