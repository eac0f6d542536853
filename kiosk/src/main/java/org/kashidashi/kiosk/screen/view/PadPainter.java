package org.kashidashi.kiosk.screen.view;

import java.util.ArrayList;
import java.util.List;
import org.kashidashi.hal.display.CellStyle;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.kiosk.screen.CounterScreen.PinPad;
import org.kashidashi.kiosk.screen.view.Layout.Area;

/**
 * Paints a ten-key into cells. No key changes its look when it is pressed: whoever looks over a
 * shoulder sees no more than the finger.
 *
 * @param roomy whether there is room for frames
 */
record PadPainter(Brush brush, boolean roomy) {
  List<PadKey> paint(Page.Pad pad, List<Area> areas) {
    List<PadKey> keys = new ArrayList<>();
    for (int i = 0; i < areas.size(); i++) {
      char key = PinPad.KEYS.charAt(i);
      Area area = areas.get(i);
      boolean main = key == '#' && pad.ready();
      key(area, key, label(pad, key, area), main);
      keys.add(new PadKey(area.column(), area.row(), area.columns(), area.rows(), key));
    }
    return keys;
  }

  /** A word where it fits into one row; else the text beside says what the sign means. */
  private String label(Page.Pad pad, char key, Area area) {
    String word = switch (key) {
      case '*' -> pad.star();
      case '#' -> pad.hash();
      default -> "";
    };
    int room = area.columns() - (roomy ? 2 : 0);
    return Cells.columns(word) <= room ? word : "";
  }

  private void key(Area area, char key, String label, boolean main) {
    Ink ink = main ? Ink.MAIN_BUTTON : roomy ? Ink.OTHER_BUTTON : Ink.CLOSE_BUTTON;
    CellStyle style = brush.palette().of(ink);
    if (roomy) {
      brush.box(area, ink, Brush.LIGHT);
    } else {
      brush.fill(area, style);
      // Half a row apart from the key below.
      brush.put(
          area.column(),
          area.row() + area.rows() - 1,
          "▀".repeat(area.columns()),
          brush.palette().edge(ink, Ink.BODY));
    }
    words(area, key, label, style);
  }

  private void words(Area area, char key, String label, CellStyle style) {
    int border = roomy ? 1 : 0;
    int rows = Math.max(1, area.rows() - (roomy ? 2 : 1));
    Area inner =
        new Area(area.column() + border, area.row() + border, area.columns() - 2 * border, rows);
    boolean both = !label.isEmpty() && rows > 1;
    int at = inner.row() + (rows - (both ? 2 : 1)) / 2;
    brush.centred(inner, at, label.isEmpty() ? "" + key : label, style);
    if (both) {
      brush.centred(
          inner,
          at + 1,
          "[" + key + "]",
          brush.palette().plain(roomy ? Ink.OTHER_BUTTON : Ink.CLOSE_BUTTON));
    }
  }
}
