package org.kashidashi.central.circulation;

import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;

/**
 * A loan that its patron took back at the same kiosk, a moment after it was made.
 *
 * @param loan the key of the loan
 */
public record CancellationOperation(
    String key, Origin origin, PatronId patron, ItemBarcode item, String loan)
    implements KnownOperation {
  @Override
  public String content() {
    return String.join(
        "\n",
        "CANCELLATION",
        origin.kiosk(),
        Long.toString(origin.epoch()),
        Long.toString(origin.sequence()),
        patron.number(),
        item.number(),
        loan);
  }

  @Override
  public String toString() {
    return "cancellation operation " + key;
  }
}
