package org.kashidashi.kiosk.console.talk;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a program whose thread stands: whoever is signed in would be so for whoever comes next.
 *
 * <p>Nothing breaks off a write to a line that takes nothing, nor one to a stick that never answers.
 * The thread tells what it does; a timer looks. Any thread.
 */
final class Watchdog {
  /** Of what is no question and has no limit of its own, such as the log on a slow stick. */
  private static final Duration ORDER_MINIMUM = Duration.ofMinutes(5);

  /** How many times the patience such an order may take. */
  private static final int ORDER_TIMES = 3;

  /** More than the longest of the limits that orders have of their own, which is 30 minutes. */
  private static final Duration LONG_ORDER = Duration.ofMinutes(35);

  /** A question ends by itself once the patience is over, and may take some time for that. */
  private static final int QUESTION_TIMES = 2;

  /** How often somebody looks, within the patience. */
  private static final int LOOKS = 10;

  private static final Duration LOOK_MAXIMUM = Duration.ofSeconds(5);

  /** What is left to do must not hold up the end. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

  private final LongSupplier nanos;

  // Shared between threads, under this object's lock.
  private Duration patience;
  private Doing doing = Doing.ORDER;

  /** When the thread last came on: it began something, or a key came. */
  private long since;

  /** When the last key came, or an order began that a key can break off. */
  private long key;

  /** What the thread does. */
  enum Doing {
    ASKING,
    WRITING,
    /** What a technician has ordered, or what comes between two questions. */
    ORDER,
    /** An order that has a limit of its own. */
    LONG_ORDER
  }

  /**
   * @param patience after how long without a key a technician counts as gone
   * @param nanos a clock that never goes back
   */
  Watchdog(Duration patience, LongSupplier nanos) {
    this.patience = patience;
    this.nanos = nanos;
    this.since = nanos.getAsLong();
    this.key = since;
  }

  /** Somebody else may come now, and has that patience. */
  synchronized void receive(Duration longer) {
    patience = longer;
    key();
  }

  /**
   * The thread does something else from now on.
   *
   * @return what it did until now
   */
  synchronized Doing begin(Doing other) {
    Doing before = doing;
    doing = other;
    since = nanos.getAsLong();
    return before;
  }

  /** Somebody is there. */
  synchronized void key() {
    since = nanos.getAsLong();
    key = since;
  }

  /** Whether it has not come on for longer than anybody waits. */
  synchronized boolean stands() {
    long now = nanos.getAsLong();
    // A line that takes a row now and then must not hold for ever what nobody types to.
    return now - since > limit().toNanos()
        || now - key > longest(LONG_ORDER, ORDER_TIMES).toNanos();
  }

  private Duration limit() {
    return switch (doing) {
      case WRITING -> patience;
      case ASKING -> patience.multipliedBy(QUESTION_TIMES);
      case ORDER -> longest(ORDER_MINIMUM, ORDER_TIMES);
      case LONG_ORDER -> longest(LONG_ORDER, ORDER_TIMES);
    };
  }

  private Duration longest(Duration least, int times) {
    Duration several = patience.multipliedBy(times);
    return several.compareTo(least) > 0 ? several : least;
  }

  /**
   * Looks from now on.
   *
   * @param farewell what is done before, if it takes no time
   * @param end ends the program, without this thread
   */
  synchronized Future<?> watch(ScheduledExecutorService timer, Runnable farewell, Runnable end) {
    Duration part = patience.dividedBy(LOOKS);
    long look = Math.max(1, (part.compareTo(LOOK_MAXIMUM) < 0 ? part : LOOK_MAXIMUM).toMillis());
    return timer.scheduleWithFixedDelay(
        () -> {
          if (stands()) {
            bid(farewell);
            end.run();
          }
        },
        look,
        look,
        TimeUnit.MILLISECONDS);
  }

  /** A disk that stands may hold this up, too. */
  private static void bid(Runnable farewell) {
    Thread last = Thread.ofPlatform().name("farewell").daemon().start(farewell);
    try {
      if (!last.join(FAREWELL)) {
        LOG.debug("not everything was done before the end");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
