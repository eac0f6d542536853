/** The port to a barcode scanner. What a scan means is not decided here. */
@NullMarked
package org.kashidashi.hal.barcode;

import org.jspecify.annotations.NullMarked;
