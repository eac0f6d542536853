/** How each part of a machine is tried, by whoever holds it: the running kiosk or the console. */
@NullMarked
package org.kashidashi.kiosk.diagnosis.check;

import org.jspecify.annotations.NullMarked;
