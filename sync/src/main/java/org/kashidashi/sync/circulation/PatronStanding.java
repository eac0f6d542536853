package org.kashidashi.sync.circulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * What the library system said about a patron. It holds no name.
 *
 * @param expires last day on which the library card is valid, in the library's time zone
 * @param loansOut how many items the patron has now, 0 or more
 * @param loanLimit how many items the patron may have, 0 or more
 * @param loanDays for how many days an item is lent, 1 to 366
 * @param asOf when it said so
 */
public record PatronStanding(
    PatronId patron,
    LocalDate expires,
    Renewal renewal,
    Set<Block> blocks,
    int loansOut,
    int loanLimit,
    int loanDays,
    Instant asOf) {
  private static final int LOAN_DAYS_MAXIMUM = 366;

  public PatronStanding {
    blocks = Set.copyOf(blocks);
    if (loansOut < 0 || loanLimit < 0) {
      throw new IllegalArgumentException(
          "loans out %d and loan limit %d, need 0 or more".formatted(loansOut, loanLimit));
    }
    if (loanDays < 1 || loanDays > LOAN_DAYS_MAXIMUM) {
      throw new IllegalArgumentException(
          "loan period of %d days, need 1 to %d".formatted(loanDays, LOAN_DAYS_MAXIMUM));
    }
  }
}
