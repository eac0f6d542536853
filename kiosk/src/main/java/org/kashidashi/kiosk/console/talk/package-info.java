/** How the console speaks with a technician over a line: words, rows, questions. */
@NullMarked
package org.kashidashi.kiosk.console.talk;

import org.jspecify.annotations.NullMarked;
