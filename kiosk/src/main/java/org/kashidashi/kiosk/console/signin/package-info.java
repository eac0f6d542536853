/** Who may use the console, and the proof of it. */
@NullMarked
package org.kashidashi.kiosk.console.signin;

import org.jspecify.annotations.NullMarked;
