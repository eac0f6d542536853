package org.kashidashi.hal.driver.terminal;

import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.signal.Lamp;
import org.kashidashi.hal.signal.Signal;
import org.kashidashi.hal.signal.Tone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bell of a terminal panel, which knows one tone and has no lamps. Belongs to one thread, and
 * to whoever closes the panel.
 */
public final class TerminalBell implements Signal {
  private static final Logger LOG = LoggerFactory.getLogger(TerminalBell.class);

  private final TerminalPanel panel;

  public TerminalBell(TerminalPanel panel) {
    this.panel = panel;
  }

  @Override
  public void sound(Tone tone) {
    try {
      panel.bell();
    } catch (DisplayException e) {
      LOG.debug("no bell: {}", e.getMessage()); // the display says that the panel is gone
    }
  }

  @Override
  public void light(Lamp lamp) {
    // A terminal has no lamp.
  }

  @Override
  public void close() {
    // Nothing is lit, and the panel is not ours.
  }
}
