package org.kashidashi.central.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in so many requests at a time, and so many more wait for a while. */
final class Admission {
  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

  private final int everybody;
  private final Semaphore places;
  private final Semaphore turns;
  private final Duration patience;

  Admission(int concurrent, int waiting, Duration patience) {
    this.everybody = concurrent + waiting;
    this.places = new Semaphore(everybody);
    this.turns = new Semaphore(concurrent);
    this.patience = patience;
  }

  /**
   * Blocks for at most the patience. Whoever is let in must {@link #leave}.
   */
  boolean enter() {
    if (!places.tryAcquire()) {
      return false;
    }
    if (waited()) {
      return true;
    }
    places.release();
    return false;
  }

  void leave() {
    turns.release();
    places.release();
  }

  /** Waits until all who are in have left; from then on, lets nobody in any more. */
  void close(Duration longest) throws InterruptedException {
    if (!places.tryAcquire(everybody, longest.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("requests are still being answered after {}; they are cut off", longest);
    }
  }

  private boolean waited() {
    try {
      return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
