/** Runs the monthly check over all linked library cards, and goes on where it was cut off. */
@NullMarked
package org.kashidashi.central.renewal.job;

import org.jspecify.annotations.NullMarked;
