package org.kashidashi.sync.registry.counter;

import java.time.Instant;
import java.util.Optional;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;

/**
 * Something staff must look at.
 *
 * @param id 1 to 200 ASCII characters
 * @param reason a constant of central's list of reasons, for example {@code OVER_LIMIT}
 */
public record StaffCase(
    String id,
    String reason,
    Optional<PatronId> patron,
    Optional<ItemBarcode> item,
    Instant filed) {}
