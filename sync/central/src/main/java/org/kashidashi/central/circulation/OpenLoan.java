package org.kashidashi.central.circulation;

import java.time.Instant;
import java.time.LocalDate;
import org.kashidashi.sync.circulation.PatronId;

/** A loan whose item has not come back. */
public record OpenLoan(PatronId patron, Origin origin, Instant lentAt, LocalDate due) {}
