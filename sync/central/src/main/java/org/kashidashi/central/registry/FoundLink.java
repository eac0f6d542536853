package org.kashidashi.central.registry;

import org.kashidashi.sync.circulation.PatronId;

/** What looking for a link gave. */
public sealed interface FoundLink {
  record Linked(PatronId patron) implements FoundLink {}

  record NotLinked() implements FoundLink {}

  record Reissued() implements FoundLink {}
}
