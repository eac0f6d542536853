/** The port to a voice that says what the screen shows. */
@NullMarked
package org.kashidashi.hal.speech;

import org.jspecify.annotations.NullMarked;
