package org.kashidashi.central.registry;

import java.util.Optional;
import java.util.regex.Pattern;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.PersonIdentifier;

/**
 * A link of this library.
 *
 * @param patron present exactly if the link is active: a removed link forgets whose it was
 */
public record LinkRecord(PersonIdentifier person, LinkState state, Optional<PatronId> patron) {
  /** What an identifier looks like on the wire and in files: no blanks, ASCII. */
  public static final Pattern IDENTIFIER = Pattern.compile("[!-~]{1,64}");

  public LinkRecord {
    if ((state == LinkState.ACTIVE) != patron.isPresent()) {
      throw new IllegalArgumentException(
          "state %s %s a library card number: an active link needs one, a removed one has none"
              .formatted(state, patron.isPresent() ? "with" : "without"));
    }
  }
}
