package org.kashidashi.hal.driver.evdev;

import java.util.Optional;
import org.kashidashi.hal.driver.evdev.EvdevKeypadSettings.EnterKey;
import org.kashidashi.hal.input.PanelEvent;

/** Lets through what a ten-key pad may say. */
final class PadKeys implements Interpreter<PanelEvent> {
  private static final String KEYS = "0123456789*#";

  private final Keyboard keyboard;
  private final EnterKey enter;

  PadKeys(EvdevKeypadSettings settings) {
    this.keyboard = new Keyboard(settings.keymap());
    this.enter = settings.enter();
  }

  @Override
  public String role() {
    return "ten-key pad";
  }

  @Override
  public boolean fits(DeviceDescription device) {
    return Typing.hasDigits(device);
  }

  @Override
  public void begin(EventDevice device) throws DeviceTroubleException {
    keyboard.begin(device);
  }

  /** A key that was dropped is pressed again by whoever misses it. */
  @Override
  public Optional<PanelEvent> resume(EventDevice device, long nanoTime)
      throws DeviceTroubleException {
    keyboard.begin(device);
    return Optional.empty();
  }

  @Override
  public Optional<PanelEvent> accept(InputEvent event, long nanoTime) {
    var typed = keyboard.typed(event);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    char key = (char) typed.getAsInt();
    if (key == '\r' && enter == EnterKey.CONFIRMS) {
      return Optional.of(new PanelEvent.KeyTyped('#'));
    }
    return KEYS.indexOf(key) >= 0 ? Optional.of(new PanelEvent.KeyTyped(key)) : Optional.empty();
  }

  @Override
  public Optional<PanelEvent> idle(long nanoTime) {
    return Optional.empty();
  }

  @Override
  public PanelEvent lost(String reason) {
    return new PanelEvent.PanelLost("keypad: " + reason);
  }

  @Override
  public Optional<PanelEvent> ready(boolean afterLoss) {
    return afterLoss ? Optional.of(new PanelEvent.PanelReady()) : Optional.empty();
  }
}
