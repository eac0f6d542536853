package org.kashidashi.hal.driver.gpio;

/**
 * One line of the 40-pin header.
 *
 * @param bcm its BCM number, 2 to 27: 0 and 1 belong to add-on boards' memories
 * @param active the level that means on, pressed or shut
 */
public record GpioLine(int bcm, Active active) {
  /** An active-low input is pulled up, an active-high one down: a broken wire reads as inactive. */
  public enum Active {
    LOW,
    HIGH
  }

  public GpioLine {
    if (bcm < 2 || bcm > 27) {
      throw new IllegalArgumentException("GPIO line BCM %d, need 2 to 27".formatted(bcm));
    }
  }
}
