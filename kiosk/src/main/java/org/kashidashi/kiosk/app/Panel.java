package org.kashidashi.kiosk.app;

import java.util.List;
import java.util.Optional;
import org.kashidashi.hal.display.Display;
import org.kashidashi.hal.driver.terminal.TerminalPanel;
import org.kashidashi.hal.input.PanelInput;

/**
 * What a patron looks at and presses.
 *
 * @param inputs touch panel and keypad, or the terminal
 * @param terminal if it is one: its bell may be the signal
 */
record Panel(Display display, List<PanelInput> inputs, Optional<TerminalPanel> terminal)
    implements AutoCloseable {
  Panel {
    inputs = List.copyOf(inputs);
  }

  static Panel of(TerminalPanel terminal) {
    return new Panel(terminal, List.of(terminal), Optional.of(terminal));
  }

  @Override
  public void close() {
    inputs.forEach(PanelInput::close);
    display.close();
  }
}
