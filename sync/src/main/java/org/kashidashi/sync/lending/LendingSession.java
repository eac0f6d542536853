package org.kashidashi.sync.lending;

import java.util.regex.Pattern;
import org.kashidashi.sync.circulation.PatronStanding;

/**
 * One patron at the kiosk, welcomed and borrowing.
 *
 * <p>What was lent in the session is known to the store, by its id.
 *
 * @param id 1 to 64 of A-Z, a-z, 0-9, dot, underscore and hyphen; never used for another session
 * @param standing as it was at the welcome
 * @param offline whether it came from the kiosk's cache
 */
public record LendingSession(String id, PatronStanding standing, boolean offline) {
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z._-]{1,64}");

  public LendingSession {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "session id of %d characters, need 1 to 64 letters, digits, dots, hyphens or underscores"
              .formatted(id.length()));
    }
  }
}
