package org.kashidashi.central.circulation;

import java.time.LocalDate;
import org.kashidashi.sync.circulation.ItemBarcode;

/**
 * An open loan, as its own patron is told of it.
 *
 * @param renewals how often it was prolonged, 0 or more
 */
public record OwnLoan(ItemBarcode item, String title, LocalDate due, long renewals) {}
