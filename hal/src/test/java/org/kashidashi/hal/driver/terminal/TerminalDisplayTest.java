package org.kashidashi.hal.driver.terminal;

import com.googlecode.lanterna.TerminalSize;
import org.kashidashi.hal.display.DisplayBench;
import org.kashidashi.hal.display.DisplayContract;
import org.kashidashi.hal.pty.AnsiScreen;

class TerminalDisplayTest extends DisplayContract {
  @Override
  protected DisplayBench bench(TerminalSize size) {
    return new TerminalBench(size, size, AnsiScreen.DrawnWide.SYMBOLS);
  }
}
