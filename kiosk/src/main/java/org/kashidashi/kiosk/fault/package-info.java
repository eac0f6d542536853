/** Every fault of the machine that is shown to a human. */
@NullMarked
package org.kashidashi.kiosk.fault;

import org.jspecify.annotations.NullMarked;
