package org.kashidashi.kiosk.counter;

import java.util.function.Consumer;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.audit.CounterOutcome;
import org.kashidashi.kiosk.audit.CounterTask;

/**
 * Keeps a typed number from standing for a library card that nobody has shown.
 *
 * <p>Where there is a scanner of its own, a card is scanned; one that cannot be is an exception that
 * is written down.
 */
final class TypedNumbers {
  private final Talk talk;
  private final boolean scanner;
  private final Consumer<AuditRecord> audit;

  TypedNumbers(Talk talk, boolean scanner, Consumer<AuditRecord> audit) {
    this.talk = talk;
    this.scanner = scanner;
    this.audit = audit;
  }

  /**
   * Whether the number may stand for the card.
   *
   * @param scanned whether it was
   */
  boolean allowed(boolean scanned) throws DialogueOverException, TaskEndedException {
    if (!scanner || scanned) {
      return true;
    }
    boolean unreadable = talk.yes(Phrase.BARCODE_UNREADABLE);
    audit.accept(new AuditRecord.AtCounter(
        CounterTask.TYPE_NUMBER, unreadable ? CounterOutcome.DONE : CounterOutcome.STOPPED, ""));
    return unreadable;
  }
}
