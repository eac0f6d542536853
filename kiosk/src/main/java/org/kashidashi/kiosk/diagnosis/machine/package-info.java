/** Does to the machine as a whole what a technician asks for, through the service manager. */
@NullMarked
package org.kashidashi.kiosk.diagnosis.machine;

import org.jspecify.annotations.NullMarked;
