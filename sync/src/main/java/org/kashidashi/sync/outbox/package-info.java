/** What waits to be sent to the library system, and the keys that make sending twice harmless. */
@NullMarked
package org.kashidashi.sync.outbox;

import org.jspecify.annotations.NullMarked;
