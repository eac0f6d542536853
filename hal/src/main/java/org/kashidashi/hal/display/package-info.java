/** The port to a panel of character cells, and the picture of those cells. */
@NullMarked
package org.kashidashi.hal.display;

import org.jspecify.annotations.NullMarked;
