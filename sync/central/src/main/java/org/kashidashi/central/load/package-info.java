/** Reads patrons, items, links, holds and loans from CSV files, all of them or nothing. */
@NullMarked
package org.kashidashi.central.load;

import org.jspecify.annotations.NullMarked;
