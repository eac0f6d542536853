package org.kashidashi.hal.driver.escpos;

import java.time.Duration;

/**
 * What there is to know of one printer.
 *
 * @param confirming whether it answers GS r; without, a slip counts as printed when the line has
 *     taken it and the printer complains of nothing
 * @param patience how long it may take no byte, or owe its confirmation, before the slip is given
 *     up: 1 to 60 s
 */
public record EscPosSettings(
    PrinterLine line, Paper paper, Cut cut, boolean confirming, Duration patience) {
  /** The longest slip takes 12 s on a printer of 50 mm/s that has buffered all of it. */
  public static final Duration USUAL_PATIENCE = Duration.ofSeconds(15);

  /** How wide the paper is, in dots of 1/8 mm and in half-width columns of 12 dots. */
  public enum Paper {
    MM_58(32),
    MM_80(48);

    private final int columns;

    Paper(int columns) {
      this.columns = columns;
    }

    public int columns() {
      return columns;
    }
  }

  /** How the slip is parted from the roll. */
  public enum Cut {
    PARTIAL,
    FULL,
    /** By hand, at the tear bar. */
    NONE
  }

  public EscPosSettings {
    if (patience.compareTo(Duration.ofSeconds(1)) < 0
        || patience.compareTo(Duration.ofSeconds(60)) > 0) {
      throw new IllegalArgumentException(
          "patience of %d ms, need 1 to 60 s".formatted(patience.toMillis()));
    }
  }

  /** A printer that confirms, with a cutter that leaves a bridge. */
  public static EscPosSettings of(PrinterLine line, Paper paper) {
    return new EscPosSettings(line, paper, Cut.PARTIAL, true, USUAL_PATIENCE);
  }
}
