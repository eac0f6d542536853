package org.kashidashi.hal.driver.evdev;

import java.time.Duration;
import java.util.Optional;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.hal.input.PanelInput;

/**
 * A ten-key pad: 0 to 9, * and #, whatever else its keyboard has. It is grabbed.
 *
 * <p>Everything is confined to the thread that calls {@link #await}, except {@link #close}. An await
 * may last up to 50 ms longer than its timeout.
 */
public final class EvdevKeypad implements PanelInput {
  private final InputLine<PanelEvent> line;

  /** Opens nothing yet: the pad may be missing when the kiosk starts. */
  public EvdevKeypad(EvdevKeypadSettings settings, InputDevices devices) {
    this.line = new InputLine<>(devices, settings.rule(), new PadKeys(settings));
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
