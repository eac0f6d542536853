/** An authority in memory, strict and scriptable, for demonstrations and tests. */
@NullMarked
package org.kashidashi.sync.registry.sim;

import org.jspecify.annotations.NullMarked;
