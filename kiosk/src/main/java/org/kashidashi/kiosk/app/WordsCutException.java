package org.kashidashi.kiosk.app;

import java.util.List;

/** Words of the library's own are longer than a panel has room for. */
final class WordsCutException extends Exception {
  private static final long serialVersionUID = 1L;

  WordsCutException(List<String> screens) {
    super("words of the library's own do not fit on a panel: shorten what stands on "
        + String.join(", ", screens));
  }
}
