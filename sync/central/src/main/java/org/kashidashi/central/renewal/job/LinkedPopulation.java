package org.kashidashi.central.renewal.job;

import java.util.List;
import java.util.Optional;
import org.kashidashi.central.renewal.LinkedCard;
import org.kashidashi.central.store.CounterLinks;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.circulation.PatronId;

/** The links that central keeps. */
public final class LinkedPopulation implements RenewalPopulation {
  private final CounterLinks links;

  public LinkedPopulation(CounterLinks links) {
    this.links = links;
  }

  @Override
  public List<LinkedCard> page(Optional<PatronId> after, int limit) throws StoreException {
    return links.page(after, limit).stream()
        .map(link -> new LinkedCard(link.patron(), link.person()))
        .toList();
  }
}
