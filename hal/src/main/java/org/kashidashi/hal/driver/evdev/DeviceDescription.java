package org.kashidashi.hal.driver.evdev;

import java.util.Set;

/**
 * What a device says about itself.
 *
 * @param name printable ASCII, at most {@link #NAME_LENGTH} characters; cleaned and cut on the way in
 * @param keys the codes of EV_KEY that it can send
 * @param axes the codes of EV_ABS that it can send
 */
public record DeviceDescription(
    String name, ProductId product, Set<Integer> keys, Set<Integer> axes) {
  /** Leaves room for vendor and product in a message of 100 characters. */
  public static final int NAME_LENGTH = 80;

  public DeviceDescription {
    String clean = name.replaceAll("[^ -~]", "?").strip();
    name = clean.substring(0, Math.min(NAME_LENGTH, clean.length()));
    keys = Set.copyOf(keys);
    axes = Set.copyOf(axes);
  }

  /** Name and product, at most 100 characters. */
  String label() {
    return (name + " " + product).strip();
  }
}
