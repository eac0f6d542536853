/** The kiosk on simulated devices with a central library system inside: for people, scripts and tests. */
@NullMarked
package org.kashidashi.kiosk.app.demo;

import org.jspecify.annotations.NullMarked;
