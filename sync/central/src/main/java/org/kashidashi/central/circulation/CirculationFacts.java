package org.kashidashi.central.circulation;

import java.util.Optional;
import org.kashidashi.sync.circulation.ItemClass;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;

/**
 * What central knows when it judges a loan; empty means unknown, or none.
 *
 * @param heldFor whose hold the item waits for
 */
public record CirculationFacts(
    Optional<PatronStanding> patron,
    Optional<ItemClass> itemClass,
    Optional<OpenLoan> openLoan,
    Optional<PatronId> heldFor) {}
