package org.kashidashi.hal.driver.pcsc;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.kashidashi.hal.card.CardPresence;
import org.kashidashi.hal.card.ReaderUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the slot that a rule names, through every loss of the reader and of the service.
 *
 * <p>Confined to the reader's thread, except {@link #wake}.
 */
final class SlotWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlotWatch.class);

  /**
   * The longest single wait. PC/SC loses a cancellation that comes just before the wait, so this is
   * how late {@link #wake} may take effect; and how late a reader that came back is found.
   */
  private static final Duration SLICE = Duration.ofMillis(500);

  private final PcscLibrary library;
  private final ReaderRule rule;
  private final HungCalls hung;
  private final Duration callLimit;
  private final LongSupplier nanoTime;
  private final Semaphore wakes = new Semaphore(0);
  private final CancelThread cancels;

  /** Read by the thread that cancels; written by the owner alone. */
  private final AtomicReference<@Nullable PcscContext> context = new AtomicReference<>();

  private Optional<CallThread> thread = Optional.empty();
  private Optional<SlotState> known = Optional.empty();
  private Optional<CardPresence> reported = Optional.empty();
  private int reportedEvents;
  private String trouble = "";
  private boolean closed;

  SlotWatch(
      PcscLibrary library,
      ReaderRule rule,
      HungCalls hung,
      Duration callLimit,
      LongSupplier nanoTime) {
    this.library = library;
    this.rule = rule;
    this.hung = hung;
    this.callLimit = callLimit;
    this.nanoTime = nanoTime;
    this.cancels = new CancelThread(hung);
  }

  CardPresence awaitChange(Duration timeout) {
    long start = nanoTime.getAsLong();
    Duration wait = Duration.ZERO;
    while (true) {
      CardPresence now = observe(wait);
      boolean woken = wakes.tryAcquire();
      Duration left = timeout.minusNanos(nanoTime.getAsLong() - start);
      if (!reported.equals(Optional.of(now)) || woken || !left.isPositive()) {
        reported = Optional.of(now);
        reportedEvents = known.map(SlotState::events).orElse(0);
        return now;
      }
      wait = left.compareTo(SLICE) < 0 ? left : SLICE;
    }
  }

  /** Ends a running wait, or the next one. Any thread; returns at once, whatever hangs. */
  void wake() {
    if (wakes.availablePermits() == 0) {
      wakes.release();
    }
    cancels.cancel(this::cancelWait);
  }

  @Override
  public void close() {
    closed = true;
    cancels.close();
    forget();
    thread.ifPresent(CallThread::close);
  }

  private void cancelWait() {
    PcscContext waiting = context.get();
    if (waiting != null) {
      waiting.cancel();
    }
  }

  private CardPresence observe(Duration wait) {
    if (closed) {
      return CardPresence.READER_DOWN;
    }
    try {
      CallThread calls = callThread();
      PcscContext waiting = establishedContext(calls);
      SlotState before = known.isPresent() ? known.get() : find(calls, waiting);
      SlotState now = calls.call(() -> waiting.await(before, wait), waiting::close);
      if (now.presence() == CardPresence.READER_DOWN) {
        throw new PcscException(
            PcscCode.READER_UNAVAILABLE, "'%s' is gone".formatted(now.reader()));
      }
      known = Optional.of(now);
      noteUp(now.reader());
      return report(now);
    } catch (PcscException e) {
      if (e.code() == PcscCode.CANCELLED) {
        return reported.orElse(CardPresence.READER_DOWN);
      }
      noteDown(e.getMessage());
      forget();
    } catch (ReaderUnavailableException e) {
      noteDown(e.getMessage());
      // The call left behind uses the context still, and closes it when it returns.
      context.set(null);
      thread = Optional.empty();
      known = Optional.empty();
    }
    pause(wait);
    return CardPresence.READER_DOWN;
  }

  /** A card where a card was: absent in between if PC/SC counted events that nobody saw. */
  private CardPresence report(SlotState now) {
    CardPresence presence = now.presence();
    boolean swapped = reported.filter(SlotWatch::occupied).isPresent()
        && occupied(presence)
        && now.events() != reportedEvents;
    return swapped ? CardPresence.ABSENT : presence;
  }

  private static boolean occupied(CardPresence presence) {
    return switch (presence) {
      case PRESENT, MUTE -> true;
      case ABSENT, READER_DOWN -> false;
    };
  }

  private CallThread callThread() throws ReaderUnavailableException {
    if (thread.isEmpty()) {
      thread = Optional.of(new CallThread("card-watch", hung, callLimit));
    }
    return thread.get();
  }

  private PcscContext establishedContext(CallThread calls)
      throws PcscException, ReaderUnavailableException {
    PcscContext established = context.get();
    if (established == null) {
      AtomicReference<@Nullable PcscContext> late = new AtomicReference<>();
      established = calls.call(
          () -> {
            PcscContext made = PcscContext.establish(library);
            late.set(made);
            return made;
          },
          () -> {
            PcscContext made = late.get();
            if (made != null) {
              made.close();
            }
          });
      context.set(established);
    }
    return established;
  }

  private SlotState find(CallThread calls, PcscContext waiting)
      throws PcscException, ReaderUnavailableException {
    ReaderRule.Choice choice = rule.choose(calls.call(waiting::readers, waiting::close));
    return switch (choice) {
      case ReaderRule.Choice.Chosen(String reader) -> SlotState.unaware(reader);
      case ReaderRule.Choice.None(String reason) ->
        throw new PcscException(PcscCode.UNKNOWN_READER, reason);
    };
  }

  private void forget() {
    known = Optional.empty();
    PcscContext old = context.getAndSet(null);
    if (old != null) {
      release(old);
    }
  }

  private void release(PcscContext old) {
    try {
      callThread()
          .call(
              () -> {
                old.close();
                return true;
              },
              () -> LOG.info("the smart-card service let a context go late"));
    } catch (PcscException | ReaderUnavailableException e) {
      noteDown(e.getMessage());
      thread = Optional.empty();
    }
  }

  /** Waits without a service to wait for; woken as from any other wait. */
  private void pause(Duration wait) {
    try {
      if (wait.isPositive() && wakes.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        wakes.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void noteDown(@Nullable String reason) {
    String now = String.valueOf(reason);
    if (!now.equals(trouble)) {
      LOG.warn("card reader down: {}", now);
      trouble = now;
    }
  }

  private void noteUp(String reader) {
    if (!trouble.isEmpty()) {
      LOG.info("card reader '{}' is back", reader);
      trouble = "";
    }
  }
}
