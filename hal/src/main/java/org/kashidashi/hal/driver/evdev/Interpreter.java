package org.kashidashi.hal.driver.evdev;

import java.util.Optional;

/**
 * What an {@link InputLine} asks to make a port's events of the kernel's. Belongs to the line's thread.
 *
 * @param <E> the port's events
 */
interface Interpreter<E> {
  /** What the device is called in messages. */
  String role();

  /** Whether a device can do what this is for. */
  boolean fits(DeviceDescription device);

  /** Begins with a device that has just been opened, forgetting all of the one before. */
  void begin(EventDevice device) throws DeviceTroubleException;

  /** The kernel has dropped events: asks the device where it stands. */
  Optional<E> resume(EventDevice device, long nanoTime) throws DeviceTroubleException;

  /**
   * Takes the next event.
   *
   * @param nanoTime when it was read, on this machine's clock
   */
  Optional<E> accept(InputEvent event, long nanoTime);

  /** Asked while nothing comes. */
  Optional<E> idle(long nanoTime);

  E lost(String reason);

  /** The device is there; nothing to tell if that goes without saying. */
  Optional<E> ready(boolean afterLoss);
}
