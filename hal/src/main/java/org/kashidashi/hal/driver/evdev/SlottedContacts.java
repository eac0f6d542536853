package org.kashidashi.hal.driver.evdev;

import java.util.List;
import java.util.Optional;

/**
 * A panel that knows several fingers, each in a slot (multi-touch protocol B,
 * Documentation/input/multi-touch-protocol.rst). Whoever is first on an empty glass counts until it
 * is lifted; the others never do.
 */
final class SlottedContacts implements Contacts {
  private static final int NOBODY = -1;

  private final boolean[] down = new boolean[MAXIMUM_SLOTS];
  private final int[] x = new int[MAXIMUM_SLOTS];
  private final int[] y = new int[MAXIMUM_SLOTS];
  private int slot;
  private int first = NOBODY;

  @Override
  public void begin(EventDevice device) throws DeviceTroubleException {
    slot = device.axis(EventCode.ABS_MT_SLOT).value();
    List<Integer> fingers = device.slots(EventCode.ABS_MT_TRACKING_ID);
    List<Integer> columns = device.slots(EventCode.ABS_MT_POSITION_X);
    List<Integer> rows = device.slots(EventCode.ABS_MT_POSITION_Y);
    first = NOBODY;
    for (int i = 0; i < MAXIMUM_SLOTS; i++) {
      down[i] = i < fingers.size() && fingers.get(i) >= 0;
      x[i] = i < columns.size() ? columns.get(i) : 0;
      y[i] = i < rows.size() ? rows.get(i) : 0;
      if (down[i] && first == NOBODY) {
        first = i; // which came first is not told; it is ignored anyway until it is lifted
      }
    }
  }

  @Override
  public void accept(InputEvent event) {
    if (event.type() != EventCode.EV_ABS) {
      return;
    }
    if (event.code() == EventCode.ABS_MT_SLOT) {
      slot = event.value();
      return;
    }
    if (slot < 0 || slot >= MAXIMUM_SLOTS) {
      return;
    }
    switch (event.code()) {
      case EventCode.ABS_MT_TRACKING_ID -> track(event.value() >= 0);
      case EventCode.ABS_MT_POSITION_X -> x[slot] = event.value();
      case EventCode.ABS_MT_POSITION_Y -> y[slot] = event.value();
      default -> {
        // pressure, width and the imitation of a single finger
      }
    }
  }

  @Override
  public Optional<Contact> first() {
    return first == NOBODY ? Optional.empty() : Optional.of(new Contact(x[first], y[first]));
  }

  private void track(boolean isDown) {
    if (isDown && !anyDown()) {
      first = slot;
    } else if (!isDown && slot == first) {
      first = NOBODY;
    }
    down[slot] = isDown;
  }

  private boolean anyDown() {
    for (boolean finger : down) {
      if (finger) {
        return true;
      }
    }
    return false;
  }
}
