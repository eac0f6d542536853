package org.kashidashi.hal.sim;

import java.util.Map;
import java.util.Optional;

/**
 * An application of a software card: its AID and its files.
 *
 * @param aid upper-case hexadecimal
 * @param files by file identifier
 */
record CardApplication(String aid, Map<Integer, CardFile> files) {
  /** Where an application keeps the key that it uses when no EF was named. */
  static final int IMPLICIT_KEY = 0;

  private static final int SFI_MAX = 30;

  CardApplication {
    files = Map.copyOf(files);
  }

  Optional<CardFile> file(int identifier) {
    return Optional.ofNullable(files.get(identifier));
  }

  /** The EF behind a short identifier: the low five bits of its file identifier. */
  Optional<CardFile> shortFile(int shortIdentifier) {
    return shortIdentifier < 1 || shortIdentifier > SFI_MAX
        ? Optional.empty()
        : file(shortIdentifier);
  }

  void leaveField() {
    for (CardFile file : files.values()) {
      if (file instanceof CardFile.Reference(CardPin pin)) {
        pin.leaveField();
      }
    }
  }
}
