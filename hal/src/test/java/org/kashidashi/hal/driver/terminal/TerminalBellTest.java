package org.kashidashi.hal.driver.terminal;

import com.googlecode.lanterna.TerminalSize;
import java.util.Optional;
import org.kashidashi.hal.pty.AnsiScreen.DrawnWide;
import org.kashidashi.hal.signal.Lamp;
import org.kashidashi.hal.signal.Signal;
import org.kashidashi.hal.signal.SignalBench;
import org.kashidashi.hal.signal.SignalContract;

class TerminalBellTest extends SignalContract {
  private static final TerminalSize SIZE = new TerminalSize(20, 4);

  TerminalBellTest() {
    super(true, false);
  }

  @Override
  protected SignalBench bench() {
    TerminalBench terminal = new TerminalBench(SIZE, SIZE, DrawnWide.NOTHING);
    TerminalBell bell = new TerminalBell(terminal.display());
    return new SignalBench() {
      @Override
      public Signal signal() {
        return bell;
      }

      @Override
      public int heard() {
        return terminal.screen().bells();
      }

      @Override
      public Optional<Lamp> lit() {
        return Optional.empty();
      }

      @Override
      public void close() {
        terminal.close();
      }
    };
  }
}
