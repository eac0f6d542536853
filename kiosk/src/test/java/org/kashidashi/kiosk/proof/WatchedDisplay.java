package org.kashidashi.kiosk.proof;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.TextImage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.Display;
import org.kashidashi.hal.display.TextSize;

/** A display that lets another thread wait for what it shows. */
public final class WatchedDisplay implements Display {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TerminalSize size;
  private final Consumer<List<String>> shown;
  private List<String> rows = List.of();

  /**
   * @param shown told of every picture, before anybody who waits for it
   */
  public WatchedDisplay(TerminalSize size, Consumer<List<String>> shown) {
    this.size = size;
    this.shown = shown;
  }

  @Override
  public TerminalSize size(TextSize text) {
    return text == TextSize.NORMAL
        ? size
        : new TerminalSize(size.getColumns() / 2, size.getRows() / 2);
  }

  @Override
  public void show(TextImage image) {
    List<String> next = Cells.rows(image);
    shown.accept(next);
    lock.lock();
    try {
      rows = next;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until this text stands on the screen. */
  public void await(String text) throws InterruptedException {
    awaitAny(List.of(text));
  }

  /** Waits until one of these texts stands on the screen, and says which. */
  public String awaitAny(List<String> texts) throws InterruptedException {
    lock.lock();
    try {
      long left = Duration.ofSeconds(20).toNanos();
      Optional<String> found = there(texts);
      while (found.isEmpty()) {
        left = changed.awaitNanos(left);
        if (left <= 0) {
          throw new IllegalStateException(
              "%s does not come; the screen is\n%s".formatted(texts, String.join("\n", rows)));
        }
        found = there(texts);
      }
      return found.get();
    } finally {
      lock.unlock();
    }
  }

  private Optional<String> there(List<String> texts) {
    return texts.stream()
        .filter(text -> rows.stream().anyMatch(row -> row.contains(text)))
        .findFirst();
  }

  @Override
  public void close() {
    // There is no device behind it.
  }
}
