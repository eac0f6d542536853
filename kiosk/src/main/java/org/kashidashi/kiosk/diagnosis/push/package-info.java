/** What monitoring hears of a machine: OpenMetrics text, in a file or sent to where it is collected. */
@NullMarked
package org.kashidashi.kiosk.diagnosis.push;

import org.jspecify.annotations.NullMarked;
