package org.kashidashi.sync.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.kashidashi.sync.circulation.ClockState;
import org.kashidashi.sync.store.Store;
import org.kashidashi.sync.store.StoreException;

/**
 * Erases confirmed loans and trims caches, from time to time, in small transactions.
 *
 * <p>Does nothing while the clock is not trusted: ages are not known then. Confined to the engine's
 * thread.
 */
final class Tidying {
  private static final int ROWS_IN_ONE_TRANSACTION = 500;

  private final Store store;
  private final Clock clock;
  private final Supplier<ClockState> clockState;
  private final SyncSettings settings;
  private Instant last = Instant.MIN;

  Tidying(Store store, Clock clock, Supplier<ClockState> clockState, SyncSettings settings) {
    this.store = store;
    this.clock = clock;
    this.clockState = clockState;
    this.settings = settings;
  }

  void runIfDue() throws StoreException {
    Instant now = clock.instant();
    if (!clockState.get().trusted() || !isDue(now)) {
      return;
    }
    last = now;
    if (eraseAll(now) > 0) {
      store.checkpoint();
    }
    store.trimCaches(settings.caches(), now);
  }

  /** A clock that went back makes it due as well. */
  private boolean isDue(Instant now) {
    return last.equals(Instant.MIN)
        || now.isBefore(last)
        || Duration.between(last, now).compareTo(settings.tidyEvery()) >= 0;
  }

  private int eraseAll(Instant now) throws StoreException {
    Instant before = now.minus(settings.keepSettled());
    int all = 0;
    int erased;
    do {
      erased = store.erase(before, now, ROWS_IN_ONE_TRANSACTION);
      all += erased;
    } while (erased == ROWS_IN_ONE_TRANSACTION);
    return all;
  }
}
