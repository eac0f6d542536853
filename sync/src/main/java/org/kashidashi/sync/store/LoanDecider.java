package org.kashidashi.sync.store;

import org.kashidashi.sync.circulation.Decision;

/**
 * Decides a loan by what the store knows.
 *
 * <p>It runs on the store's thread, inside the transaction that writes the loan: it is pure and
 * answers at once.
 */
@FunctionalInterface
public interface LoanDecider {
  Decision decide(LoanContext context);
}
