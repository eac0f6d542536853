/** Who may do what at a counter, and how a member of staff proves who they are. */
@NullMarked
package org.kashidashi.central.staff;

import org.jspecify.annotations.NullMarked;
