package org.kashidashi.hal.driver.framebuffer;

import com.googlecode.lanterna.graphics.TextImage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import org.kashidashi.hal.display.CellPainter;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.display.PanelGeometry;
import org.kashidashi.hal.display.Picture;

/**
 * The cells of one text size, and what they show.
 *
 * <p>Its fonts are opened when it is first drawn. After a failure, or when another sheet was on top,
 * whoever draws says {@link #forget}. Not safe for use by several threads at once.
 */
final class Sheet implements AutoCloseable {
  private final FontList fonts;
  private final Picture picture;
  private final FramebufferMode mode;
  private final Bands bands;
  private final FileChannel device;
  private final ShownCells cells;
  private final Margins margins;
  private Optional<Tools> tools = Optional.empty();

  private record Tools(CellPainter painter, ScanLines lines) {}

  Sheet(FontList fonts, Picture picture, FramebufferMode mode, Bands bands, FileChannel device) {
    this.fonts = fonts;
    this.picture = picture;
    this.mode = mode;
    this.bands = bands;
    this.device = device;
    this.cells = new ShownCells(bands.geometry().cells());
    this.margins = new Margins(bands.orientation(), bands.geometry());
  }

  PanelGeometry geometry() {
    return bands.geometry();
  }

  /** Opens the fonts. */
  void prepare() {
    Tools _ = tools();
  }

  /** Nobody knows what the glass shows: the next image is drawn completely. */
  void forget() {
    cells.forget();
    margins.forget();
  }

  /** Draws what has changed since the last image. */
  void draw(TextImage image) throws IOException {
    Tools drawing = tools();
    cells.take(image);
    for (int band = 0; band < bands.count(); band++) {
      paint(drawing, band);
    }
    margins.paint(bands.thickness(), grounds(drawing), drawing.lines());
  }

  /** Frees the fonts. */
  @Override
  public void close() {
    tools.ifPresent(open -> open.painter().close());
  }

  private Tools tools() {
    if (tools.isEmpty()) {
      PanelGeometry geometry = bands.geometry();
      tools = Optional.of(new Tools(
          new CellPainter(
              fonts, picture, geometry.cellWidth(), geometry.cellHeight(), mode.format()::encode),
          new ScanLines(device, mode, bands.thickness())));
    }
    return tools.get();
  }

  private void paint(Tools drawing, int band) throws IOException {
    int changed = 0;
    for (int cell = 0; cell < bands.length(); cell++) {
      changed += isChanged(band, cell) ? 1 : 0;
    }
    if (2 * changed > bands.length()) {
      paint(drawing, band, 0, bands.length());
      margins.join(
          bands.top(band), bands.thickness(), grounds(drawing), drawing.lines().pixels());
      drawing.lines().write(bands.top(band), bands.thickness());
    } else if (changed > 0) {
      paintRuns(drawing, band);
    }
  }

  private void paintRuns(Tools drawing, int band) throws IOException {
    int from = 0;
    while (from < bands.length()) {
      int to = from;
      while (to < bands.length() && isChanged(band, to)) {
        to++;
      }
      if (to > from) {
        paint(drawing, band, from, to);
        int left = Math.min(bands.left(band, from), bands.left(band, to - 1));
        int width = (to - from) * bands.breadth();
        drawing.lines().write(bands.top(band), bands.thickness(), left, width);
      }
      from = to + 1;
    }
  }

  private void paint(Tools drawing, int band, int from, int to) {
    for (int cell = from; cell < to; cell++) {
      int column = bands.column(band, cell);
      int row = bands.row(band, cell);
      drawing
          .painter()
          .paint(
              cells.character(column, row),
              cells.half(column, row),
              drawing.lines().pixels(),
              bands.origin(band, cell),
              bands.orientation().right(),
              bands.orientation().down());
    }
  }

  private Margins.Grounds grounds(Tools drawing) {
    return (column, row, lower) -> drawing.painter().beside(cells.character(column, row), lower);
  }

  private boolean isChanged(int band, int cell) {
    return cells.isChanged(bands.column(band, cell), bands.row(band, cell));
  }
}
