package org.kashidashi.hal.driver.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.graphics.BasicTextImage;
import com.googlecode.lanterna.graphics.TextImage;
import org.kashidashi.hal.display.Cells;

/**
 * Large text where letters have one size: each cell takes four, so that everything stands where it
 * stands on glass. Pure.
 */
final class Enlarged {
  private Enlarged() {}

  static TerminalSize from(TerminalSize panel) {
    return new TerminalSize(Math.max(1, panel.getColumns() / 2), Math.max(1, panel.getRows() / 2));
  }

  static BasicTextImage of(TextImage image, TerminalSize panel) {
    TextCharacter ground = image.getCharacterAt(0, 0).withCharacter(' ');
    BasicTextImage enlarged = new BasicTextImage(panel, ground);
    for (int row = 0; row < image.getSize().getRows(); row++) {
      int column = 0;
      while (column < image.getSize().getColumns()) {
        TextCharacter character = image.getCharacterAt(column, row);
        int taken = Math.min(Cells.columns(character), image.getSize().getColumns() - column);
        place(enlarged, character, 2 * column, 2 * row, taken);
        column += taken;
      }
    }
    return enlarged;
  }

  private static void place(
      BasicTextImage enlarged, TextCharacter character, int left, int top, int taken) {
    TextCharacter space = character.withCharacter(' ');
    for (int column = left; column < left + 2 * taken; column++) {
      boolean lies = column >= left + taken;
      enlarged.setCharacterAt(column, top, lies ? space : character);
      enlarged.setCharacterAt(column, top + 1, space);
    }
    enlarged.setCharacterAt(left, top, character);
  }
}
