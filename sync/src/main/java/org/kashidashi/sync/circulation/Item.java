package org.kashidashi.sync.circulation;

/**
 * One physical copy.
 *
 * @param title as the catalogue has it, at most 200 characters; empty if unknown
 */
public record Item(ItemBarcode barcode, String title, ItemClass itemClass) {
  private static final int TITLE_MAXIMUM = 200;

  public Item {
    if (title.length() > TITLE_MAXIMUM) {
      throw new IllegalArgumentException(
          "title of %d characters, need at most %d".formatted(title.length(), TITLE_MAXIMUM));
    }
  }

  /** Titles together with a patron tell what somebody reads. */
  @Override
  public String toString() {
    return barcode + " " + itemClass;
  }
}
