package org.kashidashi.kiosk.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.kashidashi.hal.display.Display;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.display.PanelGeometry;
import org.kashidashi.hal.display.TestCard;
import org.kashidashi.hal.display.TextSize;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.check.Glass;
import org.kashidashi.kiosk.diagnosis.check.Place;

/**
 * The panel of a running kiosk as a check uses it: pictures go to the display's thread, and taps come
 * from the panel's, as long as somebody wants them.
 */
final class ThreadedGlass implements Glass {
  private static final double NANOS = 1e6;

  /** Faster than a person; older taps would only come late. */
  private static final int TAPS_MAXIMUM = 16;

  private final Display display;
  private final Place place;
  private final Runnable repaint;
  private final Optional<PanelGeometry> geometry;
  private final boolean touchable;
  private final BlockingQueue<Tap> taps = new ArrayBlockingQueue<>(TAPS_MAXIMUM);
  private volatile boolean wanted;

  ThreadedGlass(Panel panel, Place place, Runnable repaint, boolean touchable) {
    this.display = panel.display();
    this.place = place;
    this.repaint = repaint;
    this.geometry = panel.glass().map(glass -> glass.geometry(TextSize.NORMAL));
    this.touchable = touchable;
  }

  /** Whether a check takes the press; on the panel's thread. */
  boolean takes(PanelEvent press) {
    if (wanted && press instanceof PanelEvent.Tapped(int column, int row)) {
      boolean _ = taps.offer(new Tap(column, row));
      return true;
    }
    return false;
  }

  @Override
  public int columns() {
    return TestCard.columns(display);
  }

  @Override
  public int rows() {
    return TestCard.rows(display);
  }

  @Override
  public Optional<Pixels> pixels() {
    return geometry.map(known -> new Pixels(
        known.width(),
        known.height(),
        known.left(),
        known.top(),
        known.cellWidth(),
        known.cellHeight(),
        known.rowMillimetres() / known.cellHeight()));
  }

  @Override
  public boolean touchable() {
    return touchable;
  }

  @Override
  public Optional<Double> show(TestCard.Picture picture)
      throws DiagnosisException, InterruptedException {
    return place.call(() -> {
      long begin = System.nanoTime();
      try {
        TestCard.show(display, picture);
        return Optional.of((System.nanoTime() - begin) / NANOS);
      } catch (DisplayException gone) {
        return Optional.empty();
      }
    });
  }

  @Override
  public boolean showTarget(int column, int row) throws DiagnosisException, InterruptedException {
    taps.clear();
    wanted = true;
    return place.call(() -> {
      try {
        TestCard.showTarget(display, column, row);
        return true;
      } catch (DisplayException gone) {
        return false;
      }
    });
  }

  @Override
  public Optional<Tap> await(Duration timeout) throws InterruptedException {
    return Optional.ofNullable(taps.poll(timeout.toNanos(), TimeUnit.NANOSECONDS));
  }

  @Override
  public void take() throws DiagnosisException, InterruptedException {
    place.hold();
  }

  @Override
  public void giveBack() {
    place.release();
    wanted = false;
    taps.clear();
    repaint.run();
  }
}
