/** The driver of what is heard through the machine's sound card: a speech engine, and tones. */
@NullMarked
package org.kashidashi.hal.driver.audio;

import org.jspecify.annotations.NullMarked;
