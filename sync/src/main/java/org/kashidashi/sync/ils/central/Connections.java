package org.kashidashi.sync.ils.central;

import java.time.Instant;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** Where the HTTP client of a call comes from. Safe for any thread. */
sealed interface Connections permits PlainConnections, IdentifiedConnections {
  /** What there is for the next call. */
  sealed interface Line {
    record Open(OkHttpClient client) implements Line {}

    /** Asking would be in vain; nothing is sent. */
    record Shut(String reason, CentralProbe.Outcome why) implements Line {}
  }

  Line line();

  /** Until when the kiosk's certificate lasts; empty if it shows none. */
  Optional<Instant> identityEnd();

  /** What came back by a client that {@link #line} gave. */
  void heard(OkHttpClient client, Heard heard);

  void close();
}
