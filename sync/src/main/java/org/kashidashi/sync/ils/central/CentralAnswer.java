package org.kashidashi.sync.ils.central;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What came back over HTTP. */
public sealed interface CentralAnswer {
  /** Status 200 with a JSON object. */
  record Ok(JsonFields body) implements CentralAnswer {}

  /**
   * Central itself says that the request is wrong: 400, 413 or 422 with an error code.
   *
   * @param code at most 40 of A-Z, a-z, 0-9, underscore and hyphen
   * @param places where staff can have it done instead; central names some only to staff
   */
  record Wrong(int status, String code, List<String> places) implements CentralAnswer {
    public Wrong {
      places = List.copyOf(places);
    }

    public Wrong(int status, String code) {
      this(status, code, List.of());
    }
  }

  /** No answer in time, none that central would give, or one that asks to come again. */
  record None(String reason, Optional<Duration> retryAfter) implements CentralAnswer {}
}
