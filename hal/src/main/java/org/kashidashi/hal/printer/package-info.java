/** The port to a receipt printer. */
@NullMarked
package org.kashidashi.hal.printer;

import org.jspecify.annotations.NullMarked;
