package org.kashidashi.hal.driver.evdev;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * What can be asked of an open event file beside reading it: the kernel's ioctls (linux/input.h). Any
 * thread; each call returns at once. Every call fails with an {@link IOException} when the device has
 * gone or is no event device.
 */
public interface DeviceQuestions {
  /** EVIOCGNAME, EVIOCGID and EVIOCGBIT. */
  DeviceDescription describe(EventFile file) throws IOException;

  /** EVIOCGABS: what the values of an axis can be, and the present one. */
  AxisState axis(EventFile file, int axis) throws IOException;

  /** EVIOCGKEY: the keys that are down. */
  Set<Integer> heldKeys(EventFile file) throws IOException;

  /** EVIOCGLED: the lamps that are lit. */
  Set<Integer> lights(EventFile file) throws IOException;

  /** EVIOCGMTSLOTS: the present value of an axis in each slot, from slot 0 on. */
  List<Integer> slots(EventFile file, int axis) throws IOException;

  /** EVIOCSCLOCKID: events shall carry a time that nobody sets. */
  void useMonotonicTime(EventFile file) throws IOException;

  /** EVIOCGRAB: from now on nobody else hears this device. */
  void grab(EventFile file) throws IOException;
}
