package org.kashidashi.central.circulation;

import java.time.LocalDate;
import org.kashidashi.sync.circulation.ItemBarcode;

/**
 * An open loan, as its own patron is told of it.
 *
 * @param renewals how often it was prolonged, 0 or more
 * @param givenBack whether the patron has put it back, and staff have not closed it yet
 */
public record OwnLoan(
    ItemBarcode item, String title, LocalDate due, long renewals, boolean givenBack) {}
