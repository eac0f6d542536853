package org.kashidashi.sync.registry;

import org.kashidashi.sync.circulation.PatronId;

/** A link registry's answer. */
public sealed interface LinkAnswer {
  record Linked(PatronId patron) implements LinkAnswer {}

  record NotLinked() implements LinkAnswer {}

  /** The link was removed because the card was reissued. */
  record Reissued() implements LinkAnswer {}

  /** The registry cannot be asked now, and the kiosk does not remember. */
  record Unreachable(String reason) implements LinkAnswer {}
}
