package org.kashidashi.hal.driver.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.BasicTextImage;
import java.util.Set;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.input.PanelBench;
import org.kashidashi.hal.input.PanelInputContract;
import org.kashidashi.hal.pty.AnsiScreen;

class TerminalInputTest extends PanelInputContract {
  private static final TerminalSize SIZE = new TerminalSize(20, 4);

  TerminalInputTest() {
    super(Set.of(Ability.TAPS, Ability.KEYS, Ability.OWNER));
  }

  @Override
  protected PanelBench bench() {
    TerminalBench bench = new TerminalBench(SIZE, SIZE, AnsiScreen.DrawnWide.NOTHING);
    try {
      bench.display().show(new BasicTextImage(SIZE));
    } catch (DisplayException e) {
      throw new AssertionError(e);
    }
    return bench;
  }
}
