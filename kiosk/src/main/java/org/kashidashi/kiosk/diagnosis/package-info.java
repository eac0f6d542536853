/** What a technician may see of a machine and do to it, whoever asks and wherever it runs. */
@NullMarked
package org.kashidashi.kiosk.diagnosis;

import org.jspecify.annotations.NullMarked;
