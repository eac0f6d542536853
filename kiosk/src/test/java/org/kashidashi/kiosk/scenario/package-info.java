/** Whole visits to the wired kiosk, in virtual time, on simulated devices and a real central. */
@NullMarked
package org.kashidashi.kiosk.scenario;

import org.jspecify.annotations.NullMarked;
