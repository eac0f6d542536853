package org.kashidashi.hal.driver.terminal;

import com.googlecode.lanterna.TerminalSize;
import java.time.Duration;
import java.util.List;
import org.kashidashi.hal.display.DisplayBench;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.input.PanelBench;
import org.kashidashi.hal.pty.AnsiScreen;
import org.kashidashi.hal.pty.Pty;

/** A terminal panel on a pseudo-terminal just large enough for it. */
final class TerminalBench implements DisplayBench, PanelBench {
  /** Everything has been written when show() returns: it only has to come through the kernel. */
  private static final Duration SILENCE = Duration.ofMillis(50);

  private final Pty pty = Pty.open();
  private final AnsiScreen screen;
  private final TerminalPanel panel;

  TerminalBench(TerminalSize panelSize, TerminalSize terminalSize, AnsiScreen.DrawnWide drawnWide) {
    pty.resize(terminalSize.getColumns(), terminalSize.getRows());
    this.screen = new AnsiScreen(terminalSize.getColumns(), terminalSize.getRows(), drawnWide);
    try {
      this.panel = TerminalPanel.onDevice(pty.device(), panelSize);
    } catch (DisplayException e) {
      throw new AssertionError(e);
    }
  }

  Pty pty() {
    return pty;
  }

  AnsiScreen screen() {
    screen.feed(pty.receive(SILENCE));
    return screen;
  }

  @Override
  public TerminalPanel display() {
    return panel;
  }

  @Override
  public TerminalPanel input() {
    return panel;
  }

  @Override
  public List<String> rows() {
    return screen().rows();
  }

  @Override
  public void tap(int column, int row) {
    pty.send("\u001b[<0;%1$d;%2$dM\u001b[<0;%1$d;%2$dm".formatted(column + 1, row + 1));
  }

  @Override
  public void type(String keys) {
    pty.send(keys);
  }

  @Override
  public void hangUp() {
    pty.close();
  }

  @Override
  public void unplug() {
    throw new IllegalStateException("a terminal is no plug, hang up instead");
  }

  @Override
  public void replug() {
    throw new IllegalStateException("a terminal does not come back");
  }

  @Override
  public void close() {
    panel.close();
    pty.close();
  }
}
