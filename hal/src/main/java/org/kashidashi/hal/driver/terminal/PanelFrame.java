package org.kashidashi.hal.driver.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.BasicTextImage;
import com.googlecode.lanterna.graphics.TextImage;
import java.util.List;
import org.kashidashi.hal.display.CellStyle;
import org.kashidashi.hal.display.Cells;

/** Composes what a whole terminal shows: the panel, and a caption below it. Pure. */
final class PanelFrame {
  /** No terminal in use is larger; what lies beyond stays empty. */
  private static final TerminalSize LARGEST = new TerminalSize(400, 120);

  private static final CellStyle PLAIN =
      new CellStyle(TextColor.ANSI.DEFAULT, TextColor.ANSI.DEFAULT);

  private PanelFrame() {}

  static BasicTextImage of(TerminalSize terminal, TextImage panel, List<String> caption) {
    TerminalSize size = terminal.min(LARGEST);
    BasicTextImage frame = new BasicTextImage(size, PLAIN.blank());
    if (!fits(terminal, panel.getSize())) {
      putLines(frame, 0, 0, tooSmall(terminal, panel.getSize()));
      return frame;
    }
    int left = leftOf(terminal, panel.getSize());
    Cells.copy(panel, frame, left, 0);
    putLines(frame, left, panel.getSize().getRows(), caption);
    return frame;
  }

  static boolean fits(TerminalSize terminal, TerminalSize panel) {
    return terminal.getColumns() >= panel.getColumns() && terminal.getRows() >= panel.getRows();
  }

  static int leftOf(TerminalSize terminal, TerminalSize panel) {
    int columns = Math.min(terminal.getColumns(), LARGEST.getColumns());
    return Math.max(0, (columns - panel.getColumns()) / 2);
  }

  private static List<String> tooSmall(TerminalSize terminal, TerminalSize panel) {
    String text = """
        画面が小さすぎます。%1$d x %2$d 以上に広げてください(今は %3$d x %4$d)。
        This window is %3$d x %4$d; make it at least %1$d x %2$d.
        """.formatted(
            panel.getColumns(), panel.getRows(), terminal.getColumns(), terminal.getRows());
    return Cells.wrap(text, Math.max(2, terminal.getColumns()));
  }

  private static void putLines(BasicTextImage frame, int left, int top, List<String> lines) {
    int room = frame.getSize().getRows() - top;
    for (int i = 0; i < Math.min(lines.size(), room); i++) {
      Cells.put(frame, left, top + i, lines.get(i), PLAIN);
    }
  }
}
