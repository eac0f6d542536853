package org.kashidashi.sync.registry.counter;

/** Why a link is removed. */
public enum UnlinkReason {
  /** The card is lost or stolen, and its holder has told the library. */
  CARD_LOST,
  /** The card was reissued, and the library links a reissued card anew. */
  CARD_REISSUED,
  /** The person does not want the link any more. */
  NOT_WANTED,
  /** The person has died or left. */
  MEMBERSHIP_ENDED
}
