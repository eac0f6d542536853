/** What the tests of several packages share. */
@NullMarked
package org.kashidashi.sync;

import org.jspecify.annotations.NullMarked;
