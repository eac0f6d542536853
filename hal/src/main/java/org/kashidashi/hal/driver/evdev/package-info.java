/** Drivers of the kernel's input devices: touch panels, keyboards that are scanners, ten-key pads. */
@NullMarked
package org.kashidashi.hal.driver.evdev;

import org.jspecify.annotations.NullMarked;
