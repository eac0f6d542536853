/** The port to whoever starts the program, watches over it and starts it again. */
@NullMarked
package org.kashidashi.hal.supervisor;

import org.jspecify.annotations.NullMarked;
