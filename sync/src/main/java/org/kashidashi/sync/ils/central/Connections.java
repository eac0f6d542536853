package org.kashidashi.sync.ils.central;

import okhttp3.OkHttpClient;

/** Where the HTTP client of a call comes from. Safe for any thread. */
sealed interface Connections permits PlainConnections, IdentifiedConnections {
  /** What there is for the next call. */
  sealed interface Line {
    record Open(OkHttpClient client) implements Line {}

    /** Asking would be in vain; nothing is sent. */
    record Shut(String reason) implements Line {}
  }

  Line line();

  /** What came back by a client that {@link #line} gave. */
  void heard(OkHttpClient client, Heard heard);

  void close();
}
