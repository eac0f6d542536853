package org.kashidashi.hal.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.BasicTextImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.display.CellStyle;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.Display;
import org.kashidashi.hal.display.DisplayBench;
import org.kashidashi.hal.display.DisplayContract;
import org.kashidashi.hal.display.DisplayException;

class SimDisplayTest extends DisplayContract {
  private static final TerminalSize SIZE = new TerminalSize(10, 2);
  private static final CellStyle STYLE =
      new CellStyle(TextColor.ANSI.BLACK, TextColor.ANSI.WHITE_BRIGHT);

  private final SimDisplay display = new SimDisplay(SIZE);

  @Override
  protected DisplayBench bench(TerminalSize size) {
    SimDisplay contracted = new SimDisplay(size);
    return new DisplayBench() {
      @Override
      public Display display() {
        return contracted;
      }

      @Override
      public List<String> rows() {
        return contracted.rows();
      }

      @Override
      public void close() {
        contracted.close();
      }
    };
  }

  @Test
  void findsCellsOfText() throws Exception {
    BasicTextImage image = new BasicTextImage(SIZE, STYLE.blank());
    Cells.put(image, 0, 1, "a 開始 ㄅ1", STYLE);
    display.show(image);
    assertEquals(new TerminalPosition(2, 1), display.find("開始"));
    assertEquals(new TerminalPosition(9, 1), display.find("1"));
    assertTrue(display.shows("開始"));
    assertFalse(display.shows("終了"));
    assertThrows(IllegalStateException.class, () -> display.find("終了"));
    assertEquals(1, display.count());
  }

  @Test
  void refusesWideCharacterCutByTheEdge() {
    BasicTextImage image = new BasicTextImage(SIZE, STYLE.blank());
    image.setCharacterAt(9, 0, TextCharacter.fromString("国")[0]);
    assertThrows(IllegalArgumentException.class, () -> display.show(image));
  }

  @Test
  void isGoneOnceUnplugged() {
    display.unplug();
    assertThrows(DisplayException.class, () -> display.show(new BasicTextImage(SIZE)));
  }
}
