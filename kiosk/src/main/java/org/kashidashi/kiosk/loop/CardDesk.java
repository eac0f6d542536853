package org.kashidashi.kiosk.loop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.kashidashi.hal.card.CardConnection;
import org.kashidashi.hal.card.CardException;
import org.kashidashi.hal.card.CardPresence;
import org.kashidashi.hal.card.CardReader;
import org.kashidashi.hal.card.jpki.CardReading;
import org.kashidashi.hal.card.jpki.JpkiReader;
import org.kashidashi.kiosk.session.CardSight;
import org.kashidashi.kiosk.session.SessionEvent;
import org.kashidashi.kiosk.session.SessionId;

/**
 * The card reader's thread: tells what lies on the reader, and reads it when asked.
 *
 * <p>{@link #poll} is called by that thread alone, over and over; {@link #request} and {@link
 * #forget} by the session thread.
 */
public final class CardDesk {
  private final CardReader reader;
  private final JpkiReader jpki;
  private final Consumer<SessionEvent> events;
  private final BiConsumer<SessionId, CardReading> readings;
  private final AtomicReference<Optional<SessionId>> wanted =
      new AtomicReference<>(Optional.empty());
  private Optional<CardPresence> last = Optional.empty();

  /**
   * @param events where presence goes
   * @param readings where a reading goes, on the card thread; returns at once
   */
  public CardDesk(
      CardReader reader,
      JpkiReader jpki,
      Consumer<SessionEvent> events,
      BiConsumer<SessionId, CardReading> readings) {
    this.reader = reader;
    this.jpki = jpki;
    this.events = events;
    this.readings = readings;
  }

  /** Asks for one reading; a later request replaces one that has not begun. */
  void request(SessionId id) {
    wanted.set(Optional.of(id));
    reader.wake();
  }

  /** Drops a request that has not begun. */
  void forget(SessionId id) {
    wanted.updateAndGet(now -> now.filter(other -> !other.equals(id)));
  }

  /** Does what is wanted, then waits for a change of presence, at most {@code timeout}. */
  public void poll(Duration timeout) {
    wanted.getAndSet(Optional.empty()).ifPresent(id -> readings.accept(id, jpki.read(reader)));
    seen(reader.awaitChange(timeout));
  }

  /**
   * The reader as a check uses it on this thread: what is seen of cards then is told as always, since
   * nobody else would tell of a swap.
   */
  public CardReader lent() {
    return new Lent();
  }

  private void seen(CardPresence now) {
    if (last.isEmpty() || last.get() != now) {
      last = Optional.of(now);
      events.accept(new SessionEvent.CardSeen(sightOf(now)));
    }
  }

  private final class Lent implements CardReader {
    @Override
    public String name() {
      return reader.name();
    }

    @Override
    public CardPresence awaitChange(Duration timeout) {
      CardPresence now = reader.awaitChange(timeout);
      seen(now);
      return now;
    }

    @Override
    public void wake() {
      reader.wake();
    }

    @Override
    public CardConnection connect() throws CardException {
      return reader.connect();
    }

    @Override
    public void close() {
      // The desk keeps it.
    }
  }

  private static CardSight sightOf(CardPresence presence) {
    return switch (presence) {
      case ABSENT -> CardSight.ABSENT;
      case PRESENT -> CardSight.PRESENT;
      case MUTE -> CardSight.MUTE;
      case READER_DOWN -> CardSight.READER_DOWN;
    };
  }
}
