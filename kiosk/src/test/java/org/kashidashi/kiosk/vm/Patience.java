package org.kashidashi.kiosk.vm;

import java.time.Duration;
import java.util.Optional;

/** Waiting for what a machine of its own does in its own time: asks again until a deadline. */
final class Patience {
  private static final Duration BETWEEN = Duration.ofMillis(100);

  private Patience() {}

  /** Something that may be there now. */
  interface Question<T> {
    Optional<T> ask() throws Exception;
  }

  /** Asks until there is an answer. */
  static <T> T await(String what, Duration limit, Question<T> question) throws Exception {
    long end = System.nanoTime() + limit.toNanos();
    Optional<T> answer = question.ask();
    while (answer.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new ProofFailedException("%s: not within %d s".formatted(what, limit.toSeconds()));
      }
      pause(BETWEEN);
      answer = question.ask();
    }
    return answer.get();
  }

  /** Waits until it is so. */
  static void until(String what, Duration limit, Question<Boolean> question) throws Exception {
    boolean so = await(what, limit, () -> question.ask().filter(yes -> yes));
    assert so;
  }

  /** Lets time pass where the time itself is what is meant: between two keys of a scanner. */
  static void pause(Duration time) throws InterruptedException {
    Thread.sleep(time);
  }
}
