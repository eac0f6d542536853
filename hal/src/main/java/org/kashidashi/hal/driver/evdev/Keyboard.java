package org.kashidashi.hal.driver.evdev;

import static org.kashidashi.hal.driver.evdev.EventCode.EV_KEY;
import static org.kashidashi.hal.driver.evdev.EventCode.KEY_CAPSLOCK;
import static org.kashidashi.hal.driver.evdev.EventCode.KEY_ENTER;
import static org.kashidashi.hal.driver.evdev.EventCode.KEY_KPENTER;
import static org.kashidashi.hal.driver.evdev.EventCode.KEY_LEFTALT;
import static org.kashidashi.hal.driver.evdev.EventCode.KEY_LEFTCTRL;
import static org.kashidashi.hal.driver.evdev.EventCode.KEY_LEFTMETA;
import static org.kashidashi.hal.driver.evdev.EventCode.KEY_LEFTSHIFT;
import static org.kashidashi.hal.driver.evdev.EventCode.KEY_NUMLOCK;
import static org.kashidashi.hal.driver.evdev.EventCode.KEY_RIGHTALT;
import static org.kashidashi.hal.driver.evdev.EventCode.KEY_RIGHTCTRL;
import static org.kashidashi.hal.driver.evdev.EventCode.KEY_RIGHTMETA;
import static org.kashidashi.hal.driver.evdev.EventCode.KEY_RIGHTSHIFT;
import static org.kashidashi.hal.driver.evdev.EventCode.KEY_TAB;

import java.util.Collections;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/** Turns the keys of a keyboard into characters, minding what is held. */
final class Keyboard {
  /**
   * Stands for a key that no text has: a function key, or any key under Ctrl, Alt or Meta. A barcode
   * can hold such combinations, and no library's does (BadBarcode, PacSec Tokyo 2015).
   */
  static final int UNPRINTABLE = 0;

  private static final int RELEASED = 0;
  private static final int PRESSED = 1;
  private static final Set<Integer> SHIFTS = Set.of(KEY_LEFTSHIFT, KEY_RIGHTSHIFT);
  private static final Set<Integer> STEERING =
      Set.of(KEY_LEFTCTRL, KEY_RIGHTCTRL, KEY_LEFTALT, KEY_RIGHTALT, KEY_LEFTMETA, KEY_RIGHTMETA);

  private final Keymap keymap;
  private final Set<Integer> held = new HashSet<>();
  private boolean capsLock;

  Keyboard(Keymap keymap) {
    this.keymap = keymap;
  }

  /** Takes over what a device says it stands at. */
  void begin(EventDevice device) throws DeviceTroubleException {
    held.clear();
    device.heldKeys().stream().filter(Keyboard::isModifier).forEach(held::add);
    capsLock = device.lights().contains(EventCode.LED_CAPSL);
  }

  /**
   * What an event types: printable ASCII, CR for Enter, Tab, or {@link #UNPRINTABLE}; empty if it is
   * no key going down. A key that repeats because it is held types once.
   */
  OptionalInt typed(InputEvent event) {
    if (event.type() != EV_KEY) {
      return OptionalInt.empty();
    }
    int code = event.code();
    if (isModifier(code)) {
      hold(code, event.value());
      return OptionalInt.empty();
    }
    if (event.value() != PRESSED || code == KEY_NUMLOCK) {
      return OptionalInt.empty();
    }
    if (code == KEY_CAPSLOCK) {
      capsLock = !capsLock;
      return OptionalInt.empty();
    }
    return OptionalInt.of(character(code));
  }

  private int character(int code) {
    if (!Collections.disjoint(held, STEERING)) {
      return UNPRINTABLE;
    }
    return switch (code) {
      case KEY_ENTER, KEY_KPENTER -> '\r';
      case KEY_TAB -> '\t';
      default ->
        keymap.character(code, !Collections.disjoint(held, SHIFTS), capsLock).orElse(UNPRINTABLE);
    };
  }

  private void hold(int code, int value) {
    if (value == RELEASED) {
      held.remove(code);
    } else {
      held.add(code);
    }
  }

  private static boolean isModifier(int code) {
    return SHIFTS.contains(code) || STEERING.contains(code);
  }
}
