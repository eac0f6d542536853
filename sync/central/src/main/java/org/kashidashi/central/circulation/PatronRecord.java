package org.kashidashi.central.circulation;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;
import org.kashidashi.sync.circulation.Block;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.Renewal;

/**
 * A patron as central keeps them. It holds no name.
 *
 * @param expires last day on which the library card is valid
 * @param loanLimit the patron's own, or empty for the library's
 * @param loanDays the patron's own, or empty for the library's
 */
public record PatronRecord(
    PatronId patron,
    LocalDate expires,
    Renewal renewal,
    Set<Block> blocks,
    Residence residence,
    OptionalInt loanLimit,
    OptionalInt loanDays) {
  public PatronRecord {
    blocks = Set.copyOf(blocks);
  }
}
