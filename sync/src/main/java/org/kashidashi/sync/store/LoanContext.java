package org.kashidashi.sync.store;

import java.util.Optional;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.PatronStanding;

/**
 * What the store knows at the moment of a loan.
 *
 * @param standing as last remembered, its loansOut raised by every loan since
 * @param unconfirmed how many loans of the patron the library system has not confirmed; 0 if the
 *     request did not ask
 * @param lentNow whether the item was lent in this session
 * @param remembered the item, if this kiosk has seen it before
 */
public record LoanContext(
    Optional<PatronStanding> standing,
    int unconfirmed,
    boolean lentNow,
    Optional<Item> remembered) {}
