/** One patron's visit as a pure state machine: no clock, no input or output, no threads. */
@NullMarked
package org.kashidashi.kiosk.session;

import org.jspecify.annotations.NullMarked;
