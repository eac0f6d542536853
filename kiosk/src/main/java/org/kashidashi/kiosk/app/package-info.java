/** The program kiosk: its commands, and the wiring, which alone chooses implementations and starts threads. */
@NullMarked
package org.kashidashi.kiosk.app;

import org.jspecify.annotations.NullMarked;
