package org.kashidashi.hal.display;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.TextImage;

/**
 * A panel of character cells, of fixed size. Belongs to the display thread.
 *
 * <p>A wide character takes two cells; the second one is ignored.
 */
public interface Display extends AutoCloseable {
  /** Columns and rows that {@link #show} takes. */
  TerminalSize size();

  /**
   * Shows the image, which has exactly {@link #size()}. The driver sends what has changed since the
   * last image, and has shown it when this returns. Blocks.
   *
   * @throws IllegalArgumentException if the image has another size
   * @throws DisplayException if the panel is gone, or closed
   */
  void show(TextImage image) throws DisplayException;

  /** Leaves the panel as it was found, or with its last image where the driver says so. */
  @Override
  void close();
}
