package org.kashidashi.central.circulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.kashidashi.sync.circulation.Block;
import org.kashidashi.sync.circulation.PatronStanding;

/**
 * What holds for every loan of one library.
 *
 * @param zone in which the library counts its days
 * @param loanLimit for patrons who have none of their own, 0 to 999
 * @param loanDays for patrons who have none of their own, 1 to 366
 */
public record LoanRules(ZoneId zone, int loanLimit, int loanDays, LendTo lendTo) {
  public static final int LOAN_LIMIT_MAXIMUM = 999;
  public static final int LOAN_DAYS_MAXIMUM = 366;

  public LoanRules {
    if (loanLimit < 0 || loanLimit > LOAN_LIMIT_MAXIMUM) {
      throw new IllegalArgumentException(
          "loan limit %d, need 0 to %d".formatted(loanLimit, LOAN_LIMIT_MAXIMUM));
    }
    if (loanDays < 1 || loanDays > LOAN_DAYS_MAXIMUM) {
      throw new IllegalArgumentException(
          "loan period of %d days, need 1 to %d".formatted(loanDays, LOAN_DAYS_MAXIMUM));
    }
  }

  /** The patron as these rules see them. */
  public PatronStanding standing(PatronRecord patron, int loansOut, Instant asOf) {
    Set<Block> blocks = EnumSet.noneOf(Block.class);
    blocks.addAll(patron.blocks());
    if (!lendTo.admits(patron.residence())) {
      blocks.add(Block.RESIDENTS_ONLY);
    }
    return new PatronStanding(
        patron.patron(),
        patron.expires(),
        patron.renewal(),
        blocks,
        loansOut,
        patron.loanLimit().orElse(loanLimit),
        patron.loanDays().orElse(loanDays),
        asOf);
  }

  public LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }
}
