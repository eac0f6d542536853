/** The technician's console: signs in, reads commands, carries them out. */
@NullMarked
package org.kashidashi.kiosk.console;

import org.jspecify.annotations.NullMarked;
