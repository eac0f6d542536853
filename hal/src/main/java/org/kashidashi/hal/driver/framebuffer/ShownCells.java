package org.kashidashi.hal.driver.framebuffer;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.graphics.TextImage;
import java.util.Arrays;
import org.kashidashi.hal.display.Cells;

/** What stands in each half-width cell of the glass, beside what is to stand there next. */
final class ShownCells {
  private final TerminalSize size;
  private final boolean[] changed;
  private final TextCharacter[] characters;
  private final byte[] halves;
  private boolean known;

  ShownCells(TerminalSize size) {
    this.size = size;
    int cells = size.getColumns() * size.getRows();
    this.changed = new boolean[cells];
    this.characters = new TextCharacter[cells];
    this.halves = new byte[cells];
    Arrays.fill(characters, TextCharacter.DEFAULT_CHARACTER);
  }

  /** Takes over what is to be shown, and marks what that changes. */
  void take(TextImage image) {
    for (int row = 0; row < size.getRows(); row++) {
      int column = 0;
      while (column < size.getColumns()) {
        TextCharacter character = image.getCharacterAt(column, row);
        int taken = Math.min(Cells.columns(character), size.getColumns() - column);
        for (int half = 0; half < taken; half++) {
          place(row * size.getColumns() + column + half, character, (byte) half);
        }
        column += taken;
      }
    }
    known = true;
  }

  /** Nobody knows what the glass shows: the next image changes every cell. */
  void forget() {
    known = false;
  }

  boolean isChanged(int column, int row) {
    return changed[row * size.getColumns() + column];
  }

  TextCharacter character(int column, int row) {
    return characters[row * size.getColumns() + column];
  }

  /** 0 for a narrow character or the left half of a wide one, 1 for the right half. */
  int half(int column, int row) {
    return halves[row * size.getColumns() + column];
  }

  private void place(int cell, TextCharacter character, byte half) {
    changed[cell] = !known || halves[cell] != half || !characters[cell].equals(character);
    characters[cell] = character;
    halves[cell] = half;
  }
}
