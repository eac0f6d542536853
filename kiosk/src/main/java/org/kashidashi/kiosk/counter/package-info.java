/** The staff's desk: lending, links, registration and cases, line by line in a terminal. */
@NullMarked
package org.kashidashi.kiosk.counter;

import org.jspecify.annotations.NullMarked;
