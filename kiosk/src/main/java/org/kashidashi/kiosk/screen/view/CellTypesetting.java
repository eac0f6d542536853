package org.kashidashi.kiosk.screen.view;

import java.util.List;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.kiosk.screen.Typesetting;

/** Text as it stands in character cells, and on a receipt printed in the same columns. */
public final class CellTypesetting implements Typesetting {
  @Override
  public int columns(String text) {
    return Cells.columns(text);
  }

  @Override
  public String fit(String text, int columns) {
    return Cells.fit(text, columns);
  }

  @Override
  public List<String> wrap(String text, int columns) {
    return Cells.wrap(text, columns);
  }
}
