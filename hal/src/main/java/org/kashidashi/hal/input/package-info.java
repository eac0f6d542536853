/** The port to what a patron presses: taps on cells, and keys. */
@NullMarked
package org.kashidashi.hal.input;

import org.jspecify.annotations.NullMarked;
