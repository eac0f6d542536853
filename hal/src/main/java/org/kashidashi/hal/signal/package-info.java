/** The port to what draws a person's attention: tones and lamps. */
@NullMarked
package org.kashidashi.hal.signal;

import org.jspecify.annotations.NullMarked;
