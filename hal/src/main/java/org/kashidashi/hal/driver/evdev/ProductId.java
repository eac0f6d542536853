package org.kashidashi.hal.driver.evdev;

/**
 * Who made a device and which it is, as on the USB (0627:0001).
 *
 * @param vendor 0 to 0xFFFF
 * @param product 0 to 0xFFFF
 */
public record ProductId(int vendor, int product) {
  public ProductId {
    if (vendor < 0 || vendor > 0xFFFF || product < 0 || product > 0xFFFF) {
      throw new IllegalArgumentException(
          "vendor %d, product %d: need 0 to 65535".formatted(vendor, product));
    }
  }

  @Override
  public String toString() {
    return "%04x:%04x".formatted(vendor, product);
  }
}
