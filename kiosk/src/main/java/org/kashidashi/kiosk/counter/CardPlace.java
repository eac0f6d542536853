package org.kashidashi.kiosk.counter;

import java.time.Duration;
import org.kashidashi.hal.card.CardPresence;
import org.kashidashi.hal.card.CardReader;
import org.kashidashi.hal.card.jpki.CardReading;
import org.kashidashi.hal.card.jpki.JpkiReader;
import org.kashidashi.kiosk.audit.CounterOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The card reader of the desk: reads what lies there, and sees to it that no card is left. */
final class CardPlace {
  private static final Logger LOG = LoggerFactory.getLogger(CardPlace.class);
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

  /** Asks for a card on the empty reader and reads it, without a PIN. */
  CardReading read(Talk talk) throws DialogueOverException, TaskEndedException {
    lay(talk, Phrase.PUT_CARD);
    return jpki.read(reader);
  }

  /** Sees to it that what lies there was laid down now, by whoever is served. */
  void lay(Talk talk, Phrase question) throws DialogueOverException, TaskEndedException {
    vacate(talk);
    String ready = talk.ask(question);
    LOG.debug("the card lies there, say staff ({} characters)", ready.length());
  }

  /** Asks for the card that lies there to be taken, until it is: the next person has another. */
  void vacate(Talk talk) throws DialogueOverException {
    if (!occupied()) {
      return;
    }
    talk.tell(Phrase.TAKE_CARD);
    for (Duration waited = Duration.ZERO;
        waited.compareTo(leaving) < 0 && !talk.closed() && occupied();
        waited = waited.plus(GLANCE)) {
      // Whatever it tells, it is looked at anew.
      var _ = reader.awaitChange(GLANCE);
    }
    while (occupied()) {
      String taken = talk.askPlainly(Phrase.CARD_LEFT);
      LOG.debug("the card was taken, say staff ({} characters)", taken.length());
    }
  }

  /** A swap is told as an empty reader first, so one look is not enough. */
  private boolean occupied() {
    var _ = reader.awaitChange(Duration.ZERO);
    CardPresence now = reader.awaitChange(Duration.ZERO);
    return now == CardPresence.PRESENT || now == CardPresence.MUTE;
  }

  /** Tells what stands in the way; a task cannot go on after it. */
  static TaskEndedException ended(Talk talk, CardObstacle obstacle) {
    talk.obstacle(obstacle);
    return new TaskEndedException(CounterOutcome.REFUSED, obstacle.name());
  }
}
