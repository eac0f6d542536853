/** The patron's side of a counter: what their own panel asks them, and what they answer. */
@NullMarked
package org.kashidashi.kiosk.counter.patron;

import org.jspecify.annotations.NullMarked;
