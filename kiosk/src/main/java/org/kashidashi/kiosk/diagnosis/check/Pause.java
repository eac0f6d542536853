package org.kashidashi.kiosk.diagnosis.check;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a person look or listen. */
public interface Pause {
  void await(Duration duration) throws InterruptedException;

  static Pause real() {
    return duration -> {
      // Nobody counts it down: time alone ends the waiting.
      var _ = new CountDownLatch(1).await(duration.toNanos(), TimeUnit.NANOSECONDS);
    };
  }
}
