package org.kashidashi.hal.sim;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.BasicTextImage;
import java.awt.image.BufferedImage;
import org.kashidashi.hal.display.CellPicture;
import org.kashidashi.hal.display.CellStyle;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.printer.Slip;

/** Draws a slip as the paper would look. Belongs to one thread. */
public final class SlipPicture {
  private static final CellStyle INK =
      new CellStyle(TextColor.ANSI.BLACK, new TextColor.RGB(0xFF, 0xFF, 0xFF));

  private final CellPicture cells;

  public SlipPicture(CellPicture cells) {
    this.cells = cells;
  }

  /**
   * The slip on paper of so many columns, with a margin of one column on either side and one row
   * above and below.
   */
  public BufferedImage of(Slip slip, int columns) {
    BasicTextImage image =
        new BasicTextImage(new TerminalSize(columns + 2, slip.lines().size() + 2), INK.blank());
    for (int i = 0; i < slip.lines().size(); i++) {
      Cells.put(image, 1, i + 1, Cells.fit(slip.lines().get(i), columns), INK);
    }
    return cells.render(image);
  }
}
