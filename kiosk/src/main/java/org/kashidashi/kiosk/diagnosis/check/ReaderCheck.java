package org.kashidashi.kiosk.diagnosis.check;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.kashidashi.hal.card.CardConnection;
import org.kashidashi.hal.card.CardException;
import org.kashidashi.hal.card.CardPresence;
import org.kashidashi.hal.card.CardReader;
import org.kashidashi.hal.card.CardRemovedException;
import org.kashidashi.hal.card.CardUnreadableException;
import org.kashidashi.hal.card.ReaderUnavailableException;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Subject;

/** Whether the reader answers. Speaks to no card. */
public final class ReaderCheck implements CheckRun {
  private final CardReader reader;
  private final Place place;
  private final LongSupplier nanoTime;

  public ReaderCheck(CardReader reader, Place place, LongSupplier nanoTime) {
    this.reader = reader;
    this.place = place;
    this.nanoTime = nanoTime;
  }

  @Override
  public Condition run(Consumer<Hint> hints) throws DiagnosisException, InterruptedException {
    Fact device = Fact.text(Subject.DEVICE, reader.name());
    try {
      reader.wake();
      Timed<CardPresence> seen = Timed.of(place, nanoTime, () -> reader.awaitChange(Duration.ZERO));
      return seen.result() == CardPresence.READER_DOWN
          ? Condition.bad(Part.READER, place.call(() -> why(reader)), device)
          : Condition.good(Part.READER, device, seen.as(Subject.ANSWER_TIME));
    } catch (DiagnosisException.NotNow _) {
      // The thread that alone speaks to it is stuck in a call.
      return Condition.bad(Part.READER, Cause.READER_HANGS, device);
    }
  }

  /** A reader that is down says why only to whoever wants a card of it. */
  static Cause why(CardReader reader) {
    try (CardConnection _ = reader.connect()) {
      return Cause.READER_MISSING;
    } catch (CardException trouble) {
      return switch (trouble) {
        case ReaderUnavailableException gone -> causeOf(gone.reason());
        case CardRemovedException _, CardUnreadableException _ -> Cause.READER_MISSING;
      };
    }
  }

  private static Cause causeOf(ReaderUnavailableException.Reason reason) {
    return switch (reason) {
      case GONE -> Cause.READER_MISSING;
      case SERVICE_DOWN -> Cause.READER_SERVICE_DOWN;
      case HANGS -> Cause.READER_HANGS;
    };
  }
}
