package org.kashidashi.hal.driver.evdev;

import java.util.List;

/**
 * Which keyboards are no strangers.
 *
 * @param used the rules of the devices that the kiosk uses: these are left to their drivers
 * @param expected keyboards that are built in and stay silent, such as the one that a screen's cable
 *     carries: these are held like strangers, and nothing is said about them
 */
public record EvdevGuardSettings(List<InputRule> used, List<InputRule> expected) {
  public EvdevGuardSettings {
    used = List.copyOf(used);
    expected = List.copyOf(expected);
  }
}
