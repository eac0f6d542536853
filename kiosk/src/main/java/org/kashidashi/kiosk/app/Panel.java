package org.kashidashi.kiosk.app;

import java.util.List;
import java.util.Optional;
import org.kashidashi.hal.display.Display;
import org.kashidashi.hal.display.PanelGeometry;
import org.kashidashi.hal.driver.terminal.TerminalPanel;
import org.kashidashi.hal.input.PanelInput;

/**
 * What a patron looks at and presses.
 *
 * @param inputs touch panel and keypad, or the terminal
 * @param terminal if it is one: its bell may be the signal
 * @param geometry where the cells lie on the glass, if there is one
 */
public record Panel(
    Display display,
    List<PanelInput> inputs,
    Optional<TerminalPanel> terminal,
    Optional<PanelGeometry> geometry)
    implements AutoCloseable {
  public Panel {
    inputs = List.copyOf(inputs);
  }

  /** Of which nothing else is known. */
  public static Panel of(Display display, PanelInput input) {
    return new Panel(display, List.of(input), Optional.empty(), Optional.empty());
  }

  public static Panel of(TerminalPanel terminal) {
    return new Panel(terminal, List.of(terminal), Optional.of(terminal), Optional.empty());
  }

  @Override
  public void close() {
    inputs.forEach(PanelInput::close);
    display.close();
  }
}
