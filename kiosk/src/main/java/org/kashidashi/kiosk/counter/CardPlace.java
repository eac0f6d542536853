package org.kashidashi.kiosk.counter;

import java.time.Duration;
import org.kashidashi.hal.card.CardPresence;
import org.kashidashi.hal.card.CardReader;
import org.kashidashi.hal.card.jpki.CardReading;
import org.kashidashi.hal.card.jpki.JpkiReader;
import org.kashidashi.kiosk.audit.CounterOutcome;

/** The card reader of the desk: reads what lies there, and sees to it that no card is left. */
final class CardPlace {
  private static final Duration GLANCE = Duration.ofMillis(250);

  private final CardReader reader;
  private final JpkiReader jpki;
  private final Duration leaving;

  /**
   * @param leaving for how long a person is waited for who is to take their card
   */
  CardPlace(CardReader reader, JpkiReader jpki, Duration leaving) {
    this.reader = reader;
    this.jpki = jpki;
    this.leaving = leaving;
  }

  CardReader reader() {
    return reader;
  }

  /** Asks for a card and reads it, without a PIN. */
  CardReading read(Talk talk) throws DialogueOverException, TaskEndedException {
    String ready = talk.ask(Phrase.PUT_CARD);
    assert !ready.equals("0");
    return jpki.read(reader);
  }

  /** Asks for the card to be taken, and looks for a while whether it is. */
  void empty(Talk talk) {
    // The first look may tell of the card that was laid down, which is no news.
    CardPresence now = reader.awaitChange(Duration.ZERO);
    if (now != CardPresence.PRESENT && now != CardPresence.MUTE) {
      return;
    }
    talk.tell(Phrase.TAKE_CARD);
    for (Duration waited = Duration.ZERO;
        waited.compareTo(leaving) < 0 && !isGone(now);
        waited = waited.plus(GLANCE)) {
      now = reader.awaitChange(GLANCE);
    }
  }

  /** Tells what stands in the way; a task cannot go on after it. */
  static TaskEndedException ended(Talk talk, CardObstacle obstacle) {
    talk.obstacle(obstacle);
    return new TaskEndedException(CounterOutcome.REFUSED, obstacle.name());
  }

  private static boolean isGone(CardPresence presence) {
    return presence == CardPresence.ABSENT || presence == CardPresence.READER_DOWN;
  }
}
