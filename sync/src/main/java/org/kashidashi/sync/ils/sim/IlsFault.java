package org.kashidashi.sync.ils.sim;

import java.time.Duration;
import java.util.Optional;

/** What goes wrong with one delivery. */
public sealed interface IlsFault {
  /** Nothing arrives; the library system may say when to come again. */
  record Lost(Optional<Duration> retryAfter) implements IlsFault {}

  /** Everything arrives and is recorded, but the answer does not come back. */
  record AnswerLost() implements IlsFault {}

  /**
   * The first operations are recorded, then the library system falls over.
   *
   * @param recorded how many
   */
  record HalfDone(int recorded) implements IlsFault {}
}
