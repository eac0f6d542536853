package org.kashidashi.kiosk.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.kashidashi.hal.display.Display;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.kiosk.loop.ScreenSink;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.view.Frame;

/**
 * The display's thread: paints the newest screen; one that was overtaken is never painted.
 *
 * <p>{@link #paint} belongs to that thread; {@link #show} to the session thread.
 */
final class DisplayPainter implements ScreenSink {
  private final Display display;
  private final AtomicReference<Optional<Frame>> newest = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Frame>> last = new AtomicReference<>(Optional.empty());
  private final Semaphore waiting = new Semaphore(0);

  DisplayPainter(Display display) {
    this.display = display;
  }

  @Override
  public void show(Screen screen, Frame frame) {
    last.set(Optional.of(frame));
    newest.set(Optional.of(frame));
    waiting.release();
  }

  /**
   * Waits for a screen that is not painted yet, at most {@code timeout}, and paints it.
   *
   * @return whether one was painted
   */
  boolean paint(Duration timeout) throws InterruptedException, DisplayException {
    if (waiting.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
      waiting.drainPermits();
    }
    Optional<Frame> frame = newest.getAndSet(Optional.empty());
    if (frame.isPresent()) {
      display.show(frame.get().image());
    }
    return frame.isPresent();
  }

  /** Paints the newest screen once more, over whatever a check has shown. Any thread. */
  void again() {
    newest.set(last.get());
    wake();
  }

  /** Ends a waiting for the next screen. Any thread. */
  void wake() {
    waiting.release();
  }
}
