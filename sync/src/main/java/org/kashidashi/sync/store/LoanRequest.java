package org.kashidashi.sync.store;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.circulation.Item;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;

/**
 * An item that a patron wants to borrow.
 *
 * @param session 1 to 64 of A-Z, a-z, 0-9, dot, underscore and hyphen
 * @param countUnconfirmed whether the decision needs to know how many loans of the patron wait for
 *     confirmation, which costs a look at each
 * @param answered what the library system has just said about the item, to be remembered
 */
public record LoanRequest(
    String session,
    PatronId patron,
    ItemBarcode item,
    boolean countUnconfirmed,
    Optional<Item> answered,
    Instant lentAt,
    ClockState clock) {
  private static final Pattern SESSION = Pattern.compile("[0-9A-Za-z._-]{1,64}");

  public LoanRequest {
    if (!SESSION.matcher(session).matches()) {
      throw new IllegalArgumentException(
          "session id of %d characters, need 1 to 64 letters, digits, dots, hyphens or underscores"
              .formatted(session.length()));
    }
  }
}
