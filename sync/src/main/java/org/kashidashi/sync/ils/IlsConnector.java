package org.kashidashi.sync.ils;

import java.util.List;
import org.kashidashi.sync.circulation.GivingBack;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.ItemFacts;
import org.kashidashi.sync.circulation.LoanOut;
import org.kashidashi.sync.circulation.LoanRenewal;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.outbox.OutboxEntry;

/**
 * Speaks to one library system.
 *
 * <p>Methods block, for at most the connector's own time limits, and may be called from any thread,
 * lookups and deliveries at once. They never throw for anything the other side or the network does,
 * however malformed: that is a reply. Nothing personal is in a reason, a log or an address.
 */
public interface IlsConnector {
  /** The most operations in one batch. */
  int BATCH_MAXIMUM = 50;

  /** A patron by the number of the library card. The reply is about this patron or it is none. */
  IlsReply<PatronStanding> patron(PatronId patron);

  /**
   * An item as it stands for the patron who asks. The reply is about this item or it is none.
   *
   * @param patron tells the patron's own loans and holds from others'
   */
  IlsReply<ItemFacts> item(ItemBarcode item, PatronId patron);

  /** What a patron has on loan, what is due first coming first. It is this patron's or none. */
  IlsReply<List<LoanOut>> loans(PatronId patron);

  /**
   * Asks the library system to prolong a patron's own loan, which it decides at once.
   *
   * <p>Without an answer the loan may have been prolonged. Asking again on the same day prolongs it
   * no further.
   */
  IlsReply<LoanRenewal> renew(ItemBarcode item, PatronId patron);

  /**
   * Tells that a patron has put an own loan back, which staff will close.
   *
   * <p>Without an answer it may have been taken down. Telling it again changes nothing.
   */
  IlsReply<GivingBack> giveBack(ItemBarcode item, PatronId patron);

  /**
   * Tells of loans and cancellations that have happened, in their order.
   *
   * <p>An operation whose key the library system has seen has no second effect and the first
   * result. An entry that waited for months is told like any other.
   *
   * @param entries 1 to {@link #BATCH_MAXIMUM}
   * @throws IllegalArgumentException if there are none or too many
   */
  Delivery deliver(List<OutboxEntry> entries);

  /** Whether the library system answers, and wants this kiosk open. Asked when there is nothing else. */
  Presence presence();
}
