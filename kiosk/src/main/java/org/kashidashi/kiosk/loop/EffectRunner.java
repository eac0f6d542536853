package org.kashidashi.kiosk.loop;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.kashidashi.kiosk.session.Effect;
import org.kashidashi.kiosk.session.Occurrence;

/** Hands each effect to the desk that does it. Called on the session thread; returns at once. */
public final class EffectRunner implements Consumer<Effect> {
  private final CardDesk cards;
  private final PatronDesk patrons;
  private final ReceiptDesk receipts;
  private final SignalDesk signals;
  private final SyncDesk sync;
  private final Executor auditing;
  private final Consumer<Occurrence> audit;

  public EffectRunner(
      CardDesk cards,
      PatronDesk patrons,
      ReceiptDesk receipts,
      SignalDesk signals,
      SyncDesk sync,
      Executor auditing,
      Consumer<Occurrence> audit) {
    this.cards = cards;
    this.patrons = patrons;
    this.receipts = receipts;
    this.signals = signals;
    this.sync = sync;
    this.auditing = auditing;
    this.audit = audit;
  }

  @Override
  public void accept(Effect effect) {
    switch (effect) {
      case Effect.IdentifyByCard(var id) -> cards.request(id);
      case Effect.IdentifyByLibraryCard(var id, var patron) -> patrons.libraryCardShown(id, patron);
      case Effect.LendItem(var id, var visit, var item) -> patrons.lend(id, visit, item);
      case Effect.PrintReceipt(var id, var visit) -> receipts.print(id, visit);
      case Effect.Sound(var cue) -> signals.sound(cue);
      case Effect.CallStaff(boolean calling) -> signals.callStaff(calling);
      case Effect.ForgetPatron(var id) -> {
        cards.forget(id);
        patrons.forget(id);
      }
      case Effect.Note(var occurrence) -> note(occurrence);
    }
  }

  private void note(Occurrence occurrence) {
    auditing.execute(() -> audit.accept(occurrence));
    if (occurrence instanceof Occurrence.LoanMade(var _, boolean offline)) {
      sync.nudge(!offline);
    }
  }
}
