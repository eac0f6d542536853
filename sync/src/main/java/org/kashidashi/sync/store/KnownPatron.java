package org.kashidashi.sync.store;

import org.kashidashi.sync.circulation.PatronStanding;

/**
 * A patron whom this kiosk remembers.
 *
 * @param standing its loansOut counts the loans made here that the library system has not confirmed
 * @param unconfirmed how many these are
 */
public record KnownPatron(PatronStanding standing, int unconfirmed) {}
