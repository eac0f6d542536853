/** The monthly check by which library cards are prolonged without their patrons coming. */
@NullMarked
package org.kashidashi.central.renewal;

import org.jspecify.annotations.NullMarked;
