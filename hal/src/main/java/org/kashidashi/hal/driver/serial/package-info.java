/** Drivers of devices on a serial line: barcode scanners. */
@NullMarked
package org.kashidashi.hal.driver.serial;

import org.jspecify.annotations.NullMarked;
