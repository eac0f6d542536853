package org.kashidashi.central.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kashidashi.central.store.KioskRegister;
import org.kashidashi.central.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes when kiosks ask, seldom enough that it costs nothing. Any thread may call it. */
final class LastSeen {
  private static final Logger LOG = LoggerFactory.getLogger(LastSeen.class);
  private static final Duration INTERVAL = Duration.ofMinutes(5);

  private final KioskRegister register;

  /** Holds no more than there are enrolled kiosks. */
  private final Map<String, Instant> noted = new ConcurrentHashMap<>();

  LastSeen(KioskRegister register) {
    this.register = register;
  }

  /** That it cannot be noted holds nobody up. */
  void note(String kiosk, Instant now) {
    Instant before = noted.getOrDefault(kiosk, Instant.MIN);
    if (before.isBefore(now.minus(INTERVAL)) || before.isAfter(now)) {
      noted.put(kiosk, now);
      try {
        register.seen(kiosk, now);
      } catch (StoreException e) {
        LOG.warn("not noted that kiosk '{}' was seen: {}", kiosk, e.getMessage());
      }
    }
  }
}
