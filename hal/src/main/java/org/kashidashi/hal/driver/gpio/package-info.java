/** The driver of lamps, buzzer and switches on the GPIO lines of a Raspberry Pi. */
@NullMarked
package org.kashidashi.hal.driver.gpio;

import org.jspecify.annotations.NullMarked;
