package org.kashidashi.sync.circulation.barcode;

import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;

/** What the text of a scan means to this library. */
public sealed interface BarcodeMeaning {
  record LibraryCard(PatronId patron) implements BarcodeMeaning {}

  record LibraryItem(ItemBarcode barcode) implements BarcodeMeaning {}

  /** The bookshop's barcode: ISBN (978, 979) or its second line (192). */
  record Isbn() implements BarcodeMeaning {}

  /** Looks like a number of this library, but its check digit does not fit: read it again. */
  record Misread() implements BarcodeMeaning {}

  record Unknown() implements BarcodeMeaning {}
}
