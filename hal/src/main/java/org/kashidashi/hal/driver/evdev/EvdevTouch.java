package org.kashidashi.hal.driver.evdev;

import java.time.Duration;
import java.util.Optional;
import org.kashidashi.hal.display.PanelGeometry;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.hal.input.PanelInput;

/**
 * A touch panel, or a tablet that points like one. Only the first finger counts, and it acts when it
 * is lifted.
 *
 * <p>Everything is confined to the thread that calls {@link #await}, except {@link #close}. An await
 * may last up to 50 ms longer than its timeout.
 */
public final class EvdevTouch implements PanelInput {
  private final InputLine<PanelEvent> line;

  /**
   * Opens nothing yet: the panel may be missing when the kiosk starts.
   *
   * @param geometry of the display behind the glass, as it is rotated
   */
  public EvdevTouch(EvdevTouchSettings settings, PanelGeometry geometry, InputDevices devices) {
    this.line = new InputLine<>(devices, settings.rule(), new TouchFrames(settings, geometry));
  }

  @Override
  public Optional<PanelEvent> await(Duration timeout) {
    return line.await(timeout);
  }

  @Override
  public void close() {
    line.close();
  }
}
