/** A library system in memory, strict and scriptable, for demonstrations and tests. */
@NullMarked
package org.kashidashi.sync.ils.sim;

import org.jspecify.annotations.NullMarked;
