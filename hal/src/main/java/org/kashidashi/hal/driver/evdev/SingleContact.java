package org.kashidashi.hal.driver.evdev;

import java.util.Optional;

/**
 * A panel that knows one finger: ABS_X, ABS_Y and a button that says whether it is down, BTN_TOUCH or
 * (a tablet of QEMU's) BTN_LEFT.
 */
final class SingleContact implements Contacts {
  private final int button;
  private boolean down;
  private int x;
  private int y;

  SingleContact(int button) {
    this.button = button;
  }

  @Override
  public void begin(EventDevice device) throws DeviceTroubleException {
    down = device.heldKeys().contains(button);
    x = device.axis(EventCode.ABS_X).value();
    y = device.axis(EventCode.ABS_Y).value();
  }

  @Override
  public void accept(InputEvent event) {
    if (event.is(EventCode.EV_KEY, button)) {
      down = event.value() != 0;
    } else if (event.is(EventCode.EV_ABS, EventCode.ABS_X)) {
      x = event.value();
    } else if (event.is(EventCode.EV_ABS, EventCode.ABS_Y)) {
      y = event.value();
    }
  }

  @Override
  public Optional<Contact> first() {
    return down ? Optional.of(new Contact(x, y)) : Optional.empty();
  }
}
