/** A pseudo-terminal for tests: the other end of a line, without cables or other programs. */
@NullMarked
package org.kashidashi.hal.pty;

import org.jspecify.annotations.NullMarked;
