package org.kashidashi.kiosk.diagnosis.check;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.kashidashi.hal.card.CardPresence;
import org.kashidashi.hal.card.CardReader;
import org.kashidashi.hal.card.jpki.CardReading;
import org.kashidashi.hal.card.jpki.JpkiReader;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Subject;

/** Whether a card is read, and how fast. Nothing that was read is kept or told. */
public final class CardCheck implements CheckRun {
  /** For a technician who looks for a card of their own. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration FAREWELL = Duration.ofSeconds(10);

  /** Patrons lift their cards when it takes longer. */
  private static final double SLOW_MILLISECONDS = 3_000;

  private final CardReader reader;
  private final JpkiReader jpki;
  private final Place place;
  private final LongSupplier nanoTime;

  public CardCheck(CardReader reader, JpkiReader jpki, Place place, LongSupplier nanoTime) {
    this.reader = reader;
    this.jpki = jpki;
    this.place = place;
    this.nanoTime = nanoTime;
  }

  @Override
  public Condition run(Consumer<Hint> hints) throws DiagnosisException, InterruptedException {
    place.hold();
    try {
      return tried(hints);
    } finally {
      place.release();
    }
  }

  private Condition tried(Consumer<Hint> hints) throws DiagnosisException, InterruptedException {
    hints.accept(new Hint(Hint.Wish.PUT_CARD, 1, 2));
    CardPresence seen = await(CardPresence.ABSENT, PATIENCE);
    if (seen == CardPresence.READER_DOWN) {
      return Condition.bad(Part.CARD, place.call(() -> ReaderCheck.why(reader)));
    }
    if (seen == CardPresence.ABSENT) {
      return Condition.bad(Part.CARD, Cause.CARD_NOT_SEEN);
    }
    Timed<Cause> read = Timed.of(place, nanoTime, () -> causeOf(jpki.read(reader)));
    hints.accept(new Hint(Hint.Wish.TAKE_CARD, 2, 2));
    CardPresence _ = await(seen, FAREWELL);
    return judged(read);
  }

  private static Condition judged(Timed<Cause> read) {
    Fact time = read.as(Subject.READ_TIME);
    if (read.result() != Cause.NONE) {
      return Condition.bad(Part.CARD, read.result(), time);
    }
    return read.milliseconds() > SLOW_MILLISECONDS
        ? Condition.doubtful(Part.CARD, Cause.CARD_SLOW, time)
        : Condition.good(Part.CARD, time);
  }

  /** What lies there once it is something else than this, or once patience is over. */
  private CardPresence await(CardPresence other, Duration patience)
      throws DiagnosisException, InterruptedException {
    Wait wait = new Wait(nanoTime, patience);
    CardPresence now = place.call(() -> reader.awaitChange(Duration.ZERO));
    while (now == other && !wait.over()) {
      Duration slice = wait.slice();
      now = place.call(() -> reader.awaitChange(slice));
    }
    return now;
  }

  private static Cause causeOf(CardReading reading) {
    return switch (reading) {
      case CardReading.CertificateRead _, CardReading.CertificateAnswered _ -> Cause.NONE;
      case CardReading.Phone _,
          CardReading.JukiCard _,
          CardReading.NoCertificate _,
          CardReading.OtherCard _ -> Cause.CARD_WITHOUT_CERTIFICATE;
      case CardReading.DamagedCertificate _,
          CardReading.Moved _,
          CardReading.Mute _,
          CardReading.Collision _ -> Cause.CARD_UNREADABLE;
      case CardReading.NoCard _ -> Cause.CARD_NOT_SEEN;
      case CardReading.ReaderDown _ -> Cause.READER_MISSING;
    };
  }
}
