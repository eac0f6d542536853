/** The diagnosis of a machine on which no kiosk runs, out of its files and devices. */
@NullMarked
package org.kashidashi.kiosk.diagnosis.offline;

import org.jspecify.annotations.NullMarked;
