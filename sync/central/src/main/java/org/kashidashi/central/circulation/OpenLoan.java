package org.kashidashi.central.circulation;

import java.time.Instant;
import java.time.LocalDate;
import org.kashidashi.sync.circulation.PatronId;

/** A loan that staff have not closed, even if the patron has put the item back. */
public record OpenLoan(PatronId patron, Origin origin, Instant lentAt, LocalDate due) {}
