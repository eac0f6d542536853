package org.kashidashi.sync.circulation.policy;

import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemFacts;

/** What the kiosk knows about the item that is asked about. */
public sealed interface ItemKnowledge {
  /** No item yet: the patron alone is asked about. */
  record NotScanned() implements ItemKnowledge {}

  /** The library system has just answered. */
  record Answered(ItemFacts facts) implements ItemKnowledge {}

  /** The library system has just said that it knows no such item. */
  record NotInCatalogue() implements ItemKnowledge {}

  /** The library system does not answer; title and class are known from earlier. */
  record Remembered(Item item) implements ItemKnowledge {}

  /** The library system does not answer, and this kiosk has not seen the item before. */
  record Unseen(ItemBarcode barcode) implements ItemKnowledge {}
}
