package org.kashidashi.kiosk.screen.view;

import com.googlecode.lanterna.graphics.TextImage;
import java.util.List;
import org.kashidashi.hal.display.CellStyle;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.Lettering;
import org.kashidashi.kiosk.screen.view.Layout.Area;

/** Puts text, blocks and boxes into an image's cells, in the colours of a palette. */
record Brush(TextImage image, Lettering letters, Palette palette) {
  static final List<String> LIGHT = List.of("┌─┐", "│ │", "└─┘");
  static final List<String> DOUBLE = List.of("╔═╗", "║ ║", "╚═╝");

  /**
   * Puts what fits.
   *
   * @return the column behind it
   */
  int put(int column, int row, String text, CellStyle style) {
    return Cells.put(image, column, row, text, style.with(letters));
  }

  void centred(Area area, int row, String text, CellStyle style) {
    put(area.column(), row, Cells.centre(text, area.columns()), style);
  }

  void fill(Area area, CellStyle style) {
    for (int row = area.row(); row < area.row() + area.rows(); row++) {
      put(area.column(), row, " ".repeat(area.columns()), style);
    }
  }

  /** A block of colour that begins and ends in the middle of a row. */
  void block(Area area, Ink ink, Ink around) {
    int last = area.row() + area.rows() - 1;
    fill(area, palette.of(ink));
    put(area.column(), area.row(), "▄".repeat(area.columns()), palette.edge(ink, around));
    put(area.column(), last, "▀".repeat(area.columns()), palette.edge(ink, around));
  }

  /**
   * A frame, empty inside.
   *
   * @param pieces its top, middle and bottom, each as left, between and right
   */
  void box(Area area, Ink ink, List<String> pieces) {
    CellStyle style = palette.of(ink);
    int last = area.row() + area.rows() - 1;
    put(area.column(), area.row(), stretched(pieces.getFirst(), area.columns()), style);
    for (int row = area.row() + 1; row < last; row++) {
      put(area.column(), row, stretched(pieces.get(1), area.columns()), style);
    }
    put(area.column(), last, stretched(pieces.getLast(), area.columns()), style);
  }

  /** Left and right as they are, and as much between as there is room for. */
  static String stretched(String pieces, int columns) {
    return pieces.charAt(0) + pieces.substring(1, 2).repeat(columns - 2) + pieces.charAt(2);
  }
}
