package org.kashidashi.sync.circulation.policy;

/**
 * What a library decides about its rules of lending.
 *
 * @param ownHoldsAtCounter whether a patron's own hold is handed out at the counter only
 * @param staleLoansMaximum how many unconfirmed loans a patron of stale standing may have, 0 to 100
 */
public record LoanPolicySettings(boolean ownHoldsAtCounter, int staleLoansMaximum) {
  private static final int STALE_LOANS_CEILING = 100;

  public LoanPolicySettings {
    if (staleLoansMaximum < 0 || staleLoansMaximum > STALE_LOANS_CEILING) {
      throw new IllegalArgumentException("%d loans on a stale standing, need 0 to %d"
          .formatted(staleLoansMaximum, STALE_LOANS_CEILING));
    }
  }

  /** Holds at the counter; five items while nothing was heard of the patron for a day. */
  public static LoanPolicySettings defaults() {
    return new LoanPolicySettings(true, 5);
  }
}
