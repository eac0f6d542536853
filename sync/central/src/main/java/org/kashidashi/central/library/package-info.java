/** What one library has decided where libraries differ. */
@NullMarked
package org.kashidashi.central.library;

import org.jspecify.annotations.NullMarked;
