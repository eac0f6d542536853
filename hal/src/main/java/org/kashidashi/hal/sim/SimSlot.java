package org.kashidashi.hal.sim;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.kashidashi.hal.card.CardException;
import org.kashidashi.hal.card.CardPresence;
import org.kashidashi.hal.card.CardRemovedException;
import org.kashidashi.hal.card.CardUnreadableException;
import org.kashidashi.hal.card.CardUnreadableException.Reason;
import org.kashidashi.hal.card.ReaderUnavailableException;

/**
 * What lies on a simulated reader, and what its owner has been told of it. Any thread: a script
 * changes it while the owner waits for changes.
 */
final class SimSlot {
  /** What lies there. */
  sealed interface Content {
    record Empty() implements Content {}

    record Unreadable(Reason reason) implements Content {}

    record Card(SimCard card) implements Content {}
  }

  /**
   * A card, and which placing of a card it was.
   *
   * @param placing tells the same card put there again from the card still lying there
   */
  record Placed(SimCard card, int placing) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final String reader;

  private Content content = new Content.Empty();
  private boolean up = true;
  private boolean closed;
  private boolean woken;

  /** Counts placings, as PC/SC counts events: a swap shows in it. */
  private int placings;

  private Optional<CardPresence> reported = Optional.empty();
  private int reportedPlacing;

  SimSlot(String reader) {
    this.reader = reader;
  }

  void place(Content what) {
    change(() -> {
      if (!(content instanceof Content.Empty)) {
        throw new IllegalStateException(
            "something lies on reader '%s' already; remove it first".formatted(reader));
      }
      content = what;
      placings++;
    });
  }

  void remove() {
    change(() -> {
      if (content instanceof Content.Empty) {
        throw new IllegalStateException("nothing lies on reader '%s'".formatted(reader));
      }
      unpower();
      content = new Content.Empty();
    });
  }

  void swap(SimCard card) {
    change(() -> {
      remove();
      place(new Content.Card(card));
    });
  }

  void cover() {
    change(() -> {
      if (content instanceof Content.Empty) {
        throw new IllegalStateException(
            "nothing lies on reader '%s' that could be covered".formatted(reader));
      }
      lose();
    });
  }

  /** What lies there no longer answers. */
  void lose() {
    change(() -> {
      unpower();
      content = new Content.Unreadable(Reason.MUTE);
    });
  }

  void down() {
    change(() -> {
      unpower();
      up = false;
      // Nobody watches from now on: what lies there afterwards counts as placed anew.
      placings++;
    });
  }

  void up() {
    change(() -> up = true);
  }

  void close() {
    change(() -> {
      unpower();
      closed = true;
    });
  }

  void wake() {
    change(() -> woken = true);
  }

  CardPresence awaitChange(Duration timeout) {
    lock.lock();
    try {
      long remaining = timeout.toNanos();
      CardPresence next = nextReport();
      while (reported.equals(Optional.of(next)) && !woken && remaining > 0) {
        remaining = changed.awaitNanos(remaining);
        next = nextReport();
      }
      woken = false;
      reported = Optional.of(next);
      reportedPlacing = placings;
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return reported.orElse(CardPresence.ABSENT);
    } finally {
      lock.unlock();
    }
  }

  Placed occupant() throws CardException {
    lock.lock();
    try {
      if (closed || !up) {
        throw new ReaderUnavailableException("reader '%s' is down".formatted(reader));
      }
      return switch (content) {
        case Content.Empty() ->
          throw new CardRemovedException("no card lies on reader '%s'".formatted(reader));
        case Content.Unreadable(Reason reason) ->
          throw new CardUnreadableException(
              reason, "reader '%s' gets no usable answer: %s".formatted(reader, reason));
        case Content.Card(SimCard card) -> new Placed(card, placings);
      };
    } finally {
      lock.unlock();
    }
  }

  /** Refuses what {@link #occupant} refuses, and any other placing than this one. */
  void requireStill(Placed placed) throws CardException {
    if (occupant().placing() != placed.placing()) {
      throw new CardRemovedException("the card left reader '%s'".formatted(reader));
    }
  }

  private CardPresence nextReport() {
    CardPresence now = now();
    boolean occupied = now == CardPresence.PRESENT || now == CardPresence.MUTE;
    boolean wasOccupied = reported
        .filter(last -> last == CardPresence.PRESENT || last == CardPresence.MUTE)
        .isPresent();
    boolean swapped = occupied && wasOccupied && placings != reportedPlacing;
    return swapped ? CardPresence.ABSENT : now;
  }

  private CardPresence now() {
    if (closed || !up) {
      return CardPresence.READER_DOWN;
    }
    return switch (content) {
      case Content.Empty() -> CardPresence.ABSENT;
      case Content.Unreadable(Reason reason) -> CardPresence.MUTE;
      case Content.Card(SimCard card) -> CardPresence.PRESENT;
    };
  }

  private void unpower() {
    if (content instanceof Content.Card(SimCard card)) {
      card.powerOff();
    }
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
