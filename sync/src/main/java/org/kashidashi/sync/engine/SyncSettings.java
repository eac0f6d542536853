package org.kashidashi.sync.engine;

import java.time.Duration;
import org.kashidashi.sync.ils.IlsConnector;
import org.kashidashi.sync.store.CacheLimits;

/**
 * The engine's rhythm.
 *
 * @param batch operations sent at once, 1 to {@link IlsConnector#BATCH_MAXIMUM}
 * @param idle how long to wait when nothing is to be sent
 * @param keepSettled how long a confirmed loan is kept, for reprinting its receipt
 * @param tidyEvery how often what is confirmed is erased and caches are trimmed
 * @param caches how much is remembered
 */
public record SyncSettings(
    int batch, Duration idle, Duration keepSettled, Duration tidyEvery, CacheLimits caches) {
  public SyncSettings {
    if (batch < 1 || batch > IlsConnector.BATCH_MAXIMUM) {
      throw new IllegalArgumentException(
          "batch of %d, need 1 to %d".formatted(batch, IlsConnector.BATCH_MAXIMUM));
    }
    if (!idle.isPositive() || keepSettled.isNegative() || !tidyEvery.isPositive()) {
      throw new IllegalArgumentException(
          "idle %s, kept %s, tidied every %s: need more than 0, 0 or more, more than 0"
              .formatted(idle, keepSettled, tidyEvery));
    }
  }

  /** Batches of 50, a minute idle, receipts for a day, tidied every hour. */
  public static SyncSettings defaults() {
    return new SyncSettings(
        IlsConnector.BATCH_MAXIMUM,
        Duration.ofMinutes(1),
        Duration.ofHours(24),
        Duration.ofHours(1),
        CacheLimits.defaults());
  }
}
