/** Brings the outbox to the library system, and erases what it has confirmed. */
@NullMarked
package org.kashidashi.sync.engine;

import org.jspecify.annotations.NullMarked;
