package org.kashidashi.kiosk.screen;

/**
 * What slips are printed on.
 *
 * @param columns how many half-width columns fit on it, 24 to 80
 * @param titles whether titles may stand on it; whoever finds a slip could read them
 */
public record Paper(Typesetting typesetting, int columns, boolean titles) {
  /** Narrower paper does not exist, wider paper is no receipt. */
  private static final int COLUMNS_MINIMUM = 24;

  private static final int COLUMNS_MAXIMUM = 80;

  public Paper {
    if (columns < COLUMNS_MINIMUM || columns > COLUMNS_MAXIMUM) {
      throw new IllegalArgumentException("paper of %d columns, need %d to %d"
          .formatted(columns, COLUMNS_MINIMUM, COLUMNS_MAXIMUM));
    }
  }
}
