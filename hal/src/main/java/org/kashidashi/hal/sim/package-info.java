/** Shipped simulators: strict, scriptable stand-ins for every device. */
@NullMarked
package org.kashidashi.hal.sim;

import org.jspecify.annotations.NullMarked;
