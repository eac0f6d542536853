package org.kashidashi.central.registry;

import org.kashidashi.central.library.Reissue;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.UnlinkReason;

/** What becomes of a link that staff remove; nobody needs to be there for it. Pure. */
public final class UnlinkRule {
  private UnlinkRule() {}

  /** The link's next state, or why it stays. */
  public static Verdict<LinkState> after(UnlinkReason reason, Reissue reissue) {
    return switch (reason) {
      case CARD_LOST, NOT_WANTED, MEMBERSHIP_ENDED -> new Verdict.Granted<>(LinkState.REMOVED);
      case CARD_REISSUED ->
        switch (reissue) {
          case RELINK -> new Verdict.Granted<>(LinkState.REMOVED_REISSUED);
          // The new card has the identifier of the old one, so there is nothing to remove.
          case INHERIT -> new Verdict.Refused<>(CounterRefusal.NOT_OFFERED);
        };
    };
  }
}
