package org.kashidashi.kiosk.screen.view;

import java.util.List;
import org.kashidashi.hal.display.Cells;

/** Breaks text into rows of much the same length, so that no last syllable stands alone. Pure. */
final class Balance {
  private Balance() {}

  /** In as few rows as the columns allow, and in the fewest columns that give so few. */
  static List<String> wrap(String text, int columns) {
    List<String> rows = Cells.wrap(text, columns);
    if (rows.size() <= 1) {
      return rows;
    }
    int tooFew = (Cells.columns(text) - 1) / rows.size();
    int enough = columns;
    while (enough - tooFew > 1) {
      int middle = (tooFew + enough) / 2;
      if (middle >= 2 && Cells.wrap(text, middle).size() == rows.size()) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return Cells.wrap(text, enough);
  }
}
