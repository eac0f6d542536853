package org.kashidashi.kiosk.vm;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.BasicTextImage;
import com.googlecode.lanterna.graphics.TextImage;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kashidashi.hal.display.CellPicture;
import org.kashidashi.hal.display.CellStyle;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.display.PanelGeometry;

/**
 * Finds text in a picture of the panel, whatever colours it is painted in.
 *
 * <p>The text is drawn as the kiosk would draw it, and laid over every place where it could stand;
 * it is there where light and dark go together.
 */
final class Glyphs {
  /** How well picture and drawing have to go together: 1 is the same up to colours. */
  private static final double LIKE = 0.93;

  private static final CellStyle INK = new CellStyle(TextColor.ANSI.WHITE, TextColor.ANSI.BLACK);

  private final PanelGeometry geometry;
  private final CellPicture drawing;

  Glyphs(PanelGeometry geometry) {
    this.geometry = geometry;
    this.drawing = new CellPicture(FontList.debian(), geometry.cellWidth(), geometry.cellHeight());
  }

  PanelGeometry geometry() {
    return geometry;
  }

  /** Where the text begins, if it stands there; from the top. */
  Optional<TerminalPosition> find(BufferedImage picture, String text) {
    return find(picture, text, 0, geometry.cells().getRows());
  }

  /** Where the text begins that stands lowest, if it stands anywhere. */
  Optional<TerminalPosition> findLast(BufferedImage picture, String text) {
    for (int row = geometry.cells().getRows() - 1; row >= 0; row--) {
      Optional<TerminalPosition> there = findInRow(picture, text, row);
      if (there.isPresent()) {
        return there;
      }
    }
    return Optional.empty();
  }

  /** The same, in this row only. */
  Optional<TerminalPosition> findInRow(BufferedImage picture, String text, int row) {
    return find(picture, text, row, row + 1);
  }

  private Optional<TerminalPosition> find(
      BufferedImage picture, String text, int fromRow, int toRow) {
    if (picture.getWidth() != geometry.width() || picture.getHeight() != geometry.height()) {
      return Optional.empty(); // the panel is not in its mode yet
    }
    List<Light> regular = draw(text, INK);
    List<Light> bold = draw(text, INK.inBold());
    for (int row = fromRow; row < toRow; row++) {
      for (int column = 0; column + regular.size() <= geometry.cells().getColumns(); column++) {
        if (stands(regular, picture, column, row) || stands(bold, picture, column, row)) {
          return Optional.of(new TerminalPosition(column, row));
        }
      }
    }
    return Optional.empty();
  }

  /** Cell by cell: two titles that differ in one digit are alike as a whole. */
  private boolean stands(List<Light> text, BufferedImage picture, int column, int row) {
    for (int cell = 0; cell < text.size(); cell++) {
      Light place = cut(
          picture,
          geometry.left() + (column + cell) * geometry.cellWidth(),
          geometry.top() + row * geometry.cellHeight());
      if (!place.isLike(text.get(cell))) {
        return false;
      }
    }
    return true;
  }

  private List<Light> draw(String text, CellStyle style) {
    TextImage cells = new BasicTextImage(Cells.columns(text), 1);
    Cells.put(cells, 0, 0, text, style);
    BufferedImage picture = drawing.render(cells);
    return IntStream.range(0, Cells.columns(text))
        .mapToObj(column -> cut(picture, column * geometry.cellWidth(), 0))
        .toList();
  }

  private Light cut(BufferedImage picture, int left, int top) {
    return Light.of(picture, left, top, geometry.cellWidth(), geometry.cellHeight());
  }

  /** How light each pixel of a rectangle is, about its mean. */
  private static final class Light {
    private final double[] values;
    private final double length;

    private Light(double[] values, double length) {
      this.values = values;
      this.length = length;
    }

    static Light of(BufferedImage picture, int left, int top, int width, int height) {
      int[] pixels = picture.getRGB(left, top, width, height, new int[width * height], 0, width);
      double[] values = new double[pixels.length];
      double sum = 0;
      for (int index = 0; index < pixels.length; index++) {
        int pixel = pixels[index];
        values[index] =
            (pixel >> 16 & 0xFF) * 0.3 + (pixel >> 8 & 0xFF) * 0.6 + (pixel & 0xFF) * 0.1;
        sum += values[index];
      }
      double mean = sum / pixels.length;
      double squares = 0;
      for (int index = 0; index < values.length; index++) {
        values[index] -= mean;
        squares += values[index] * values[index];
      }
      return new Light(values, Math.sqrt(squares));
    }

    /** Dark on light is as good as light on dark, and nothing as good as nothing. */
    boolean isLike(Light other) {
      if (length == 0 || other.length == 0) {
        return length == other.length;
      }
      double together = 0;
      for (int index = 0; index < values.length; index++) {
        together += values[index] * other.values[index];
      }
      return Math.abs(together) / (length * other.length) >= LIKE;
    }
  }
}
