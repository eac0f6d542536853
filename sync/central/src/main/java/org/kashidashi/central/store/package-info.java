/** Keeps everything in one SQLite database; the only place of central that speaks SQL. */
@NullMarked
package org.kashidashi.central.store;

import org.jspecify.annotations.NullMarked;
