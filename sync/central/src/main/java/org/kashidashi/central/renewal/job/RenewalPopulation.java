package org.kashidashi.central.renewal.job;

import java.util.List;
import java.util.Optional;
import org.kashidashi.central.renewal.LinkedCard;
import org.kashidashi.central.store.StoreException;
import org.kashidashi.sync.circulation.PatronId;

/** The library cards that are linked, in the order of their numbers. */
public interface RenewalPopulation {
  /**
   * Some cards after one, or the first ones; none after the last.
   *
   * @param limit 1 or more
   */
  List<LinkedCard> page(Optional<PatronId> after, int limit) throws StoreException;
}
