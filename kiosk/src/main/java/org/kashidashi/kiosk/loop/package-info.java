/** The one thread that takes all decisions, and how its effects reach the devices and come back. */
@NullMarked
package org.kashidashi.kiosk.loop;

import org.jspecify.annotations.NullMarked;
