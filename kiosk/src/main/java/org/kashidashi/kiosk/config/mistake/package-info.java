/** What is wrong in a configuration, in no language until somebody reads it. */
@NullMarked
package org.kashidashi.kiosk.config.mistake;

import org.jspecify.annotations.NullMarked;
