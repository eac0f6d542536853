package org.kashidashi.sync.registry;

import java.util.Optional;
import org.kashidashi.sync.circulation.PatronId;

/** A link registry's answer. */
public sealed interface LinkAnswer {
  /**
   * The person borrows as this patron.
   *
   * @param cardKey the key of the card that was there when the link was made; empty if none was
   *     recorded
   */
  record Linked(PatronId patron, Optional<CardKey> cardKey) implements LinkAnswer {}

  record NotLinked() implements LinkAnswer {}

  /** The link was removed because the card was reissued. */
  record Reissued() implements LinkAnswer {}

  /** The registry cannot be asked now, and the kiosk does not remember. */
  record Unreachable(String reason) implements LinkAnswer {}
}
