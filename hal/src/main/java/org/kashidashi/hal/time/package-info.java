/** The port to what is known about the wall clock: small boards have no battery clock. */
@NullMarked
package org.kashidashi.hal.time;

import org.jspecify.annotations.NullMarked;
