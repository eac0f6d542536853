/** The diagnosis that a running kiosk gives of itself, and the health that it collects for it. */
@NullMarked
package org.kashidashi.kiosk.diagnosis.live;

import org.jspecify.annotations.NullMarked;
