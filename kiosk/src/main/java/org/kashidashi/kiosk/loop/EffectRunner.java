package org.kashidashi.kiosk.loop;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.kashidashi.kiosk.session.Effect;
import org.kashidashi.kiosk.session.Occurrence;

/** Hands each effect to the desk that does it. Called on the session thread; returns at once. */
public final class EffectRunner implements Consumer<Effect> {
  private final CardDesk cards;
  private final PatronDesk patrons;
  private final AccountDesk accounts;
  private final PracticeDesk practice;
  private final SlipDesk slips;
  private final SignalDesk signals;
  private final SyncDesk sync;
  private final Executor auditing;
  private final Consumer<Occurrence> audit;

  public EffectRunner(
      CardDesk cards,
      PatronDesk patrons,
      AccountDesk accounts,
      PracticeDesk practice,
      SlipDesk slips,
      SignalDesk signals,
      SyncDesk sync,
      Executor auditing,
      Consumer<Occurrence> audit) {
    this.cards = cards;
    this.patrons = patrons;
    this.accounts = accounts;
    this.practice = practice;
    this.slips = slips;
    this.signals = signals;
    this.sync = sync;
    this.auditing = auditing;
    this.audit = audit;
  }

  @Override
  public void accept(Effect effect) {
    switch (effect) {
      case Effect.IdentifyByCard(var id) when id.practice() -> practice.identify(id);
      case Effect.IdentifyByCard(var id) -> cards.request(id);
      case Effect.IdentifyByLibraryCard(var id, var _) when id.practice() -> practice.identify(id);
      case Effect.IdentifyByLibraryCard(var id, var patron) -> patrons.libraryCardShown(id, patron);
      case Effect.LendItem(var id, var _, var item) when id.practice() -> practice.lend(id, item);
      case Effect.LendItem(var id, var visit, var item) -> patrons.lend(id, visit, item);
      case Effect.CancelLoan(var id, var _, var item)
      when id.practice() -> practice.cancel(id, item);
      case Effect.CancelLoan(var id, var visit, var item) -> patrons.cancel(id, visit, item);
      case Effect.ListLoans(var id, var _) when id.practice() -> practice.list(id);
      case Effect.ListLoans(var id, var patron) -> accounts.list(id, patron);
      case Effect.RenewLoan(var id, var _, var item) when id.practice() -> practice.renew(id, item);
      case Effect.RenewLoan(var id, var patron, var item) -> accounts.renew(id, patron, item);
      case Effect.GiveBack(var id, var _, var item)
      when id.practice() -> practice.giveBack(id, item);
      case Effect.GiveBack(var id, var patron, var item) -> accounts.giveBack(id, patron, item);
      case Effect.PrintReceipt(var id, var _, var _) when id.practice() -> practice.print(id);
      case Effect.PrintReceipt(var id, var visit, var language) ->
        slips.printReceipt(id, visit, language);
      case Effect.PrintErrorSlip(var id, var _, var _) when id.practice() -> practice.printSlip(id);
      case Effect.PrintErrorSlip(var id, var refusal, var language) ->
        slips.printErrorSlip(id, refusal, language);
      case Effect.PrintRecord(var visit, var language) -> slips.printRecord(visit, language);
      case Effect.ForgetCutSession(var name) -> patrons.forgetCutSession(name);
      case Effect.Sound(var cue) -> signals.sound(cue);
      case Effect.CallStaff(boolean calling) -> signals.callStaff(calling);
      case Effect.ForgetPatron(var id) -> {
        cards.forget(id);
        patrons.forget(id);
        accounts.forget(id);
      }
      case Effect.Note(var occurrence) -> note(occurrence);
    }
  }

  /** What happens while somebody practises is nobody's loan and nobody's refusal. */
  private void note(Occurrence occurrence) {
    if (practised(occurrence)) {
      return;
    }
    auditing.execute(() -> audit.accept(occurrence));
    switch (occurrence) {
      case Occurrence.LoanMade(var _, boolean offline) -> sync.nudge(!offline);
      case Occurrence.LoanTakenBack _ -> sync.nudge(true);
      // What a failing machine lent last was perhaps never said: the next start tells of it.
      case Occurrence.SessionEnded(var id, var ending, int _)
      when ending != Occurrence.SessionEnded.Ending.OUT_OF_SERVICE -> patrons.ended(id);
      default -> {}
    }
  }

  private static boolean practised(Occurrence occurrence) {
    return switch (occurrence) {
      case Occurrence.SessionBegan(var id) -> id.practice();
      case Occurrence.PatronIdentified(var id, var _, boolean _) -> id.practice();
      case Occurrence.RefusalShown(var id, var _) -> id.practice();
      case Occurrence.LoanMade(var id, boolean _) -> id.practice();
      case Occurrence.LoanTakenBack(var id) -> id.practice();
      case Occurrence.OwnLoansShown(var id) -> id.practice();
      case Occurrence.RenewalWished(var id, var _) -> id.practice();
      case Occurrence.ItemPutBack(var id, var _) -> id.practice();
      case Occurrence.StageLeft(var id, var _, int _) -> id.practice();
      case Occurrence.SessionEnded(var id, var _, int _) -> id.practice();
      case Occurrence.CutSessionFound _,
          Occurrence.CutSessionClosed _,
          Occurrence.PracticeBegan _,
          Occurrence.CardLeftBehind _,
          Occurrence.CardTakenAway _,
          Occurrence.StaffCalled _,
          Occurrence.DoorMoved _,
          Occurrence.StrangersSeen _ -> false;
    };
  }
}
