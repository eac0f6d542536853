package org.kashidashi.sync.circulation;

import java.time.LocalDate;

/**
 * When an item is due back.
 *
 * @param date in the library's time zone
 * @param provisional whether the library system has yet to confirm it (返却日は予定です)
 */
public record DueDate(LocalDate date, boolean provisional) {}
