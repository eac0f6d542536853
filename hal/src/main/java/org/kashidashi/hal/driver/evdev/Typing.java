package org.kashidashi.hal.driver.evdev;

import java.util.Set;

/** Which keys make a device one that can type. */
final class Typing {
  /** All that a key of the keyboard's main block, its number block and its middle can say. */
  private static final int FIRST = 1;

  private static final int LAST = EventCode.KEY_DELETE;
  private static final Set<Integer> ROW = Set.of(2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
  private static final Set<Integer> NUMBER_BLOCK = Set.of(71, 72, 73, 75, 76, 77, 79, 80, 81, 82);

  private Typing() {}

  /**
   * Whether anything at all can be typed. Power buttons, lids, lamps, volume wheels and mice have no
   * such key.
   */
  static boolean isPossible(DeviceDescription device) {
    return device.keys().stream().anyMatch(code -> code >= FIRST && code <= LAST);
  }

  /** Whether there are all digits in one of the two places for them. */
  static boolean hasDigits(DeviceDescription device) {
    return device.keys().containsAll(ROW) || device.keys().containsAll(NUMBER_BLOCK);
  }

  static boolean hasEnter(DeviceDescription device) {
    return device.keys().contains(EventCode.KEY_ENTER)
        || device.keys().contains(EventCode.KEY_KPENTER)
        || device.keys().contains(EventCode.KEY_TAB);
  }
}
