/** A printer's side of ESC/POS: reads the bytes of a driver back into paper. */
@NullMarked
package org.kashidashi.hal.escpos;

import org.jspecify.annotations.NullMarked;
