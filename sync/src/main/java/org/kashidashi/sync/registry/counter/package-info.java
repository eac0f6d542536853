/** The port between a counter and the registry: what staff do for a person who is there. */
@NullMarked
package org.kashidashi.sync.registry.counter;

import org.jspecify.annotations.NullMarked;
