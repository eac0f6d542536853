/** Decides a loan, then makes it durable together with its outbox entry. */
@NullMarked
package org.kashidashi.sync.lending;

import org.jspecify.annotations.NullMarked;
