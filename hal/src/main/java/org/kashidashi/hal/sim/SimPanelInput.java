package org.kashidashi.hal.sim;

import com.googlecode.lanterna.TerminalPosition;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.hal.input.PanelInput;

/**
 * Fingers on a panel, moved by a script. One thread plays, another one awaits.
 *
 * <p>Strict: it refuses taps beside the panel, keys that are not printable, a second awaiting
 * thread, being played without its plug, and playing on after it was closed.
 */
public final class SimPanelInput implements PanelInput {
  /** More than any script; a script that gets here has nobody listening. */
  private static final int MAXIMUM_QUEUED = 10_000;

  private sealed interface Step {}

  private record Told(PanelEvent event) implements Step {}

  private record Ended() implements Step {}

  private final int columns;
  private final int rows;
  private final LinkedBlockingQueue<Step> queue = new LinkedBlockingQueue<>();
  private final AtomicBoolean awaited = new AtomicBoolean();
  private volatile boolean closed;
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
    return (int) queue.stream().filter(Told.class::isInstance).count();
  }

  @Override
  public Optional<PanelEvent> await(Duration timeout) {
    if (!awaited.compareAndSet(false, true)) {
      throw new IllegalStateException("the panel is awaited by two threads");
    }
    try {
      return closed ? Optional.empty() : next(timeout);
    } finally {
      awaited.set(false);
    }
  }

  @Override
  public void close() {
    closed = true;
    queue.add(new Ended());
  }

  private Optional<PanelEvent> next(Duration timeout) {
    try {
      Step step = queue.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
      return step instanceof Told(PanelEvent event) ? Optional.of(event) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void tell(PanelEvent event) {
    if (closed) {
      throw new IllegalStateException("the panel is closed");
    }
    if (!plugged) {
      throw new IllegalStateException("the panel is unplugged, replug it first");
    }
    if (queue.size() >= MAXIMUM_QUEUED) {
      throw new IllegalStateException(
          "the panel has %d events that nobody awaits".formatted(queue.size()));
    }
    queue.add(new Told(event));
  }
}
