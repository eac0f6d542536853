package org.kashidashi.hal.sim;

import com.googlecode.lanterna.TerminalPosition;
import java.time.Duration;
import java.util.Optional;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.hal.input.PanelInput;

/**
 * Fingers on a panel, moved by a script. One thread plays, another one awaits.
 *
 * <p>Strict: it refuses taps beside the panel, keys that are not printable, a second awaiting
 * thread, being played without its plug, and playing on after it was closed.
 */
public final class SimPanelInput implements PanelInput {
  private final int columns;
  private final int rows;
  private final SimQueue<PanelEvent> queue = new SimQueue<>("the panel");
  private boolean plugged = true;

  public SimPanelInput(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
  }

  public void tap(TerminalPosition cell) {
    tap(cell.getColumn(), cell.getRow());
  }

  public void tap(int column, int row) {
    if (column < 0 || column >= columns || row < 0 || row >= rows) {
      throw new IllegalArgumentException(
          "tap on (%d, %d) beside a panel of %d x %d".formatted(column, row, columns, rows));
    }
    tell(new PanelEvent.Tapped(column, row));
  }

  /** Types each character as one key. */
  public void type(String keys) {
    for (int i = 0; i < keys.length(); i++) {
      char key = keys.charAt(i);
      if (key < 0x20 || key >= 0x7F) {
        throw new IllegalArgumentException("key %04x is not printable".formatted((int) key));
      }
      tell(new PanelEvent.KeyTyped(key));
    }
  }

  /** Whoever runs the panel closes it. */
  public void closePanel() {
    tell(new PanelEvent.PanelClosed());
  }

  /** Pulls the plug of whatever is pressed. */
  public void unplug() {
    if (!plugged) {
      throw new IllegalStateException("the panel is unplugged already");
    }
    tell(new PanelEvent.PanelLost("the panel was unplugged"));
    plugged = false;
  }

  public void replug() {
    if (plugged) {
      throw new IllegalStateException("the panel is plugged in already");
    }
    plugged = true;
    tell(new PanelEvent.PanelReady());
  }

  /** How many events nobody has awaited. */
  public int undelivered() {
    return queue.undelivered();
  }

  @Override
  public Optional<PanelEvent> await(Duration timeout) {
    return queue.await(timeout);
  }

  @Override
  public void close() {
    queue.close();
  }

  private void tell(PanelEvent event) {
    if (!plugged) {
      throw new IllegalStateException("the panel is unplugged, replug it first");
    }
    queue.tell(event);
  }
}
