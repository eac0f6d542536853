package org.kashidashi.central.library;

/** What becomes of a link when the person's card is reissued. */
public enum Reissue {
  /** It ends, and the new card is linked at a counter. */
  RELINK,
  /** The new card inherits the identifier, and so the link. */
  INHERIT
}
