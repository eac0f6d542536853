package org.kashidashi.kiosk.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Closes what was opened so far, the last first, unless all of it could be opened.
 *
 * <p>Confined to the thread that opens.
 */
final class Opened implements AutoCloseable {
  private final Deque<Runnable> closings = new ArrayDeque<>();

  /** Gives back what was just opened. */
  <T> T add(T opened, Consumer<? super T> closing) {
    closings.push(() -> closing.accept(opened));
    return opened;
  }

  /** All is open, and the caller's to close. */
  void keep() {
    closings.clear();
  }

  @Override
  public void close() {
    while (!closings.isEmpty()) {
      try {
        closings.pop().run();
      } finally {
        close();
      }
    }
  }
}
