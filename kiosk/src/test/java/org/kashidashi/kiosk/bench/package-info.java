/** The figures that the kiosk is held to; run by packaging/bench. */
@NullMarked
package org.kashidashi.kiosk.bench;

import org.jspecify.annotations.NullMarked;
