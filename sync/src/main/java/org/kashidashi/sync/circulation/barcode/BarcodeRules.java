package org.kashidashi.sync.circulation.barcode;

/**
 * How a library numbers its cards and items.
 *
 * @param libraryCard asked first
 * @param item asked second
 * @param startStop what the scanner does with the start and stop characters of NW-7
 */
public record BarcodeRules(NumberRule libraryCard, NumberRule item, StartStop startStop) {
  /** Start and stop characters are part of the symbol, not of the number. */
  public enum StartStop {
    /** The scanner may send them: they are taken off. */
    STRIPPED,
    /** The library's own numbers begin and end with A to D: nothing is taken off. */
    KEPT
  }

  public BarcodeRules {
    if (libraryCard.swallows(item)) {
      throw new IllegalArgumentException(
          "every item number would be taken for a library card: rule %s covers rule %s; give the"
                  .formatted(libraryCard, item)
              + " library cards a prefix or a length of their own");
    }
  }
}
