package org.kashidashi.central.registry;

import java.util.Optional;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.CardKey;

/** What looking for a link gave. */
public sealed interface FoundLink {
  /**
   * There is one.
   *
   * @param cardKey the key of the card with which the link was made, if it was read
   */
  record Linked(PatronId patron, Optional<CardKey> cardKey) implements FoundLink {}

  record NotLinked() implements FoundLink {}

  record Reissued() implements FoundLink {}
}
