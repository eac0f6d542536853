/** Whether an item is lent: one rule per file, all pure, in one order. */
@NullMarked
package org.kashidashi.sync.circulation.policy;

import org.jspecify.annotations.NullMarked;
