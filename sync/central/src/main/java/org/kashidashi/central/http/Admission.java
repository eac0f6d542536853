package org.kashidashi.central.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets in so many requests at a time, and so many more wait for a while. */
final class Admission {
  private final Semaphore places;
  private final Semaphore turns;
  private final Duration patience;

  Admission(int concurrent, int waiting, Duration patience) {
    this.places = new Semaphore(concurrent + waiting);
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

  private boolean waited() {
    try {
      return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
