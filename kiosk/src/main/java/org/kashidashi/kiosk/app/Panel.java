package org.kashidashi.kiosk.app;

import java.util.List;
import java.util.Optional;
import org.kashidashi.hal.display.Display;
import org.kashidashi.hal.display.PanelGeometry;
import org.kashidashi.hal.display.Picture;
import org.kashidashi.hal.display.TextSize;
import org.kashidashi.hal.driver.terminal.TerminalPanel;
import org.kashidashi.hal.input.PanelInput;
import org.kashidashi.kiosk.screen.view.Grid;

/**
 * What a patron looks at and presses.
 *
 * @param inputs touch panel and keypad, or the terminal
 * @param terminal if it is one: its bell may be the signal
 * @param glass where the cells lie on it, if there is any
 * @param logo what it can show among the cells
 */
public record Panel(
    Display display,
    List<PanelInput> inputs,
    Optional<TerminalPanel> terminal,
    Optional<Glass> glass,
    Picture logo)
    implements AutoCloseable {
  /** Where the cells of a text size lie on the glass. */
  @FunctionalInterface
  public interface Glass {
    PanelGeometry geometry(TextSize size);
  }

  public Panel {
    inputs = List.copyOf(inputs);
  }

  /** Of which nothing else is known. */
  public static Panel of(Display display, PanelInput input) {
    return new Panel(display, List.of(input), Optional.empty(), Optional.empty(), Picture.NONE);
  }

  public static Panel of(TerminalPanel terminal) {
    return new Panel(
        terminal, List.of(terminal), Optional.of(terminal), Optional.empty(), Picture.NONE);
  }

  /** Where the size of the glass is known, buttons are large enough for a finger. */
  Grid grid(TextSize size) {
    int touchRows = glass
        .map(known -> known.geometry(size).rowsOf(PanelGeometry.TOUCH_MILLIMETRES))
        .orElse(0);
    return new Grid(display.size(size), touchRows);
  }

  @Override
  public void close() {
    inputs.forEach(PanelInput::close);
    display.close();
  }
}
