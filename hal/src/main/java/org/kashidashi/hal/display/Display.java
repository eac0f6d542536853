package org.kashidashi.hal.display;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.TextImage;

/**
 * A panel of character cells, in one of two sizes. Belongs to the display thread.
 *
 * <p>A wide character takes two cells; the second one is ignored.
 */
public interface Display extends AutoCloseable {
  /** Columns and rows of text of this size; they never change, and no two sizes have the same. */
  TerminalSize size(TextSize size);

  /**
   * Shows the image, which has exactly the {@link #size} of one of the text sizes. The driver sends what has changed since the
   * last image, and has shown it when this returns. Blocks.
   *
   * @throws IllegalArgumentException if the image has any other size
   * @throws DisplayException if the panel is gone, or closed
   */
  void show(TextImage image) throws DisplayException;

  /** Leaves the panel as it was found, or with its last image where the driver says so. */
  @Override
  void close();
}
