/** Copies of all that central keeps, taken while it runs, put back while it does not. */
@NullMarked
package org.kashidashi.central.backup;

import org.jspecify.annotations.NullMarked;
