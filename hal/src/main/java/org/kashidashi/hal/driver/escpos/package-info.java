/** The driver of receipt printers that speak ESC/POS, on USB or a serial line. */
@NullMarked
package org.kashidashi.hal.driver.escpos;

import org.jspecify.annotations.NullMarked;
