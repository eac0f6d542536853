package org.kashidashi.hal.sim;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.BasicTextImage;
import com.googlecode.lanterna.graphics.TextImage;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.Display;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.display.TextSize;

/**
 * A display that keeps what it was shown last. The display thread shows; any thread may look.
 *
 * <p>Strict: it refuses an image of another size, and wide characters that the edge cuts in two.
 */
public final class SimDisplay implements Display {
  private final TerminalSize size;
  private volatile BasicTextImage last;
  private final AtomicInteger shown = new AtomicInteger();
  private volatile boolean gone;

  public SimDisplay(TerminalSize size) {
    this.size = size;
    this.last = new BasicTextImage(size);
  }

  @Override
  public TerminalSize size(TextSize text) {
    return switch (text) {
      case NORMAL -> size;
      case LARGE ->
        new TerminalSize(Math.max(1, size.getColumns() / 2), Math.max(1, size.getRows() / 2));
    };
  }

  @Override
  public void show(TextImage image) throws DisplayException {
    TextSize _ = TextSize.of(this, image);
    for (String row : Cells.rows(image)) {
      if (Cells.columns(row) > image.getSize().getColumns()) {
        throw new IllegalArgumentException("a wide character is cut by the right edge");
      }
    }
    if (gone) {
      throw new DisplayException("the simulated panel is gone, or was closed");
    }
    BasicTextImage copy = new BasicTextImage(image.getSize());
    Cells.copy(image, copy, 0, 0);
    last = copy;
    shown.incrementAndGet();
  }

  /** Takes the cable out. */
  public void unplug() {
    gone = true;
  }

  /** The image shown last; blank before the first one. Not to be changed. */
  public TextImage image() {
    return last;
  }

  /** The image shown last as text, one string a row; a wide character stands once. */
  public List<String> rows() {
    return Cells.rows(last);
  }

  /** Whether the text stands in one row of the image shown last. */
  public boolean shows(String text) {
    return rows().stream().anyMatch(row -> row.contains(text));
  }

  /**
   * The first cell of the text in the image shown last, for a finger to tap on.
   *
   * @throws IllegalStateException if it is not there
   */
  public TerminalPosition find(String text) {
    List<String> rows = rows();
    for (int row = 0; row < rows.size(); row++) {
      int at = rows.get(row).indexOf(text);
      if (at >= 0) {
        return new TerminalPosition(Cells.columns(rows.get(row).substring(0, at)), row);
      }
    }
    throw new IllegalStateException(
        "'%s' is not shown, but:%n%s".formatted(text, String.join("\n", rows)));
  }

  /** How many images have been shown. */
  public int count() {
    return shown.get();
  }

  @Override
  public void close() {
    gone = true;
  }
}
