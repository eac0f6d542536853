package org.kashidashi.kiosk.session;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.session.Effect.Cue;
import org.kashidashi.kiosk.session.Occurrence.SessionEnded.Ending;
import org.kashidashi.kiosk.session.SessionEvent.ActionChosen;
import org.kashidashi.kiosk.session.SessionEvent.CardSeen;
import org.kashidashi.kiosk.session.SessionEvent.CodeScanned;
import org.kashidashi.kiosk.session.SessionEvent.ItemLent;
import org.kashidashi.kiosk.session.SessionEvent.ItemRefused;
import org.kashidashi.kiosk.session.SessionEvent.LoanCancelled;
import org.kashidashi.kiosk.session.SessionEvent.ScanFailed;
import org.kashidashi.kiosk.session.SessionEvent.ScannerSeen;
import org.kashidashi.kiosk.session.SessionEvent.SecondPassed;
import org.kashidashi.kiosk.session.SessionState.Lending;
import org.kashidashi.kiosk.session.SessionState.TakingCard;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.barcode.BarcodeMeaning;

/** A known patron lifts the card, then borrows item after item: S3, S4. */
final class Borrowing {
  /** More than the library system and a slow disk may take together for one item. */
  private static final int ANSWER_LIMIT_SECONDS = 30;

  private final SessionRules rules;
  private final Leaving leaving;
  private final OwnShelf shelf;

  Borrowing(SessionRules rules, Leaving leaving, OwnShelf shelf) {
    this.rules = rules;
    this.leaving = leaving;
    this.shelf = shelf;
  }

  static Lending begin(SessionId id, Visit visit) {
    return new Lending(id, visit, Set.of(), Optional.empty(), Notice.NONE);
  }

  Step takingCard(KioskState state, TakingCard here, SessionEvent event) {
    return switch (event) {
      // Who lifts a card that late may be somebody else: the session does not go on for them.
      case CardSeen(CardSight sight)
      when !sight.occupied() ->
        here.seconds() < SessionState.CardLeft.LOCKED_SECONDS
            ? Step.to(state.in(begin(here.id(), here.visit())))
            : leaving.liftedLate(state, here);
      case SecondPassed _ -> leaving.stillLying(state, here);
      case ActionChosen(Action action)
      when action == Action.STOP -> leaving.end(state, here.id(), 0, Ending.STOPPED);
      default -> Step.ignored(state);
    };
  }

  Step lending(KioskState state, Lending here, SessionEvent event) {
    return switch (event) {
      case CodeScanned(BarcodeMeaning meaning) -> scanned(state, here, meaning);
      case SecondPassed _ when stuck(state, here) -> leaving.outOfService(state, FaultCode.E_305);
      case ScanFailed _ -> notLent(state, here, Refusal.of(RefusalCode.E_211));
      case ItemLent lent -> lent(state, here, lent);
      case LoanCancelled(var _, ItemBarcode item, boolean taken) ->
        cancelled(state, answered(here, item), item, taken);
      case ItemRefused(var _, ItemBarcode item, Refusal refusal) ->
        orEnd(notLent(state, answered(here, item), refusal));
      case ActionChosen(Action action) ->
        switch (action) {
          case FINISH_WITH_RECEIPT -> ending(state, here, ReceiptChoice.PRINT);
          case FINISH_WITHOUT_RECEIPT, FINISH, STOP -> ending(state, here, ReceiptChoice.NONE);
          case CANCEL_LAST -> cancelLast(state, here);
          case OWN_LOANS -> shelf.open(state, here);
          case GIVE_BACK -> shelf.giveBack(state, here);
          default -> Step.ignored(state);
        };
      case ScannerSeen(boolean there) ->
        Step.to(state.in(noticing(here, there ? Notice.NONE : Notice.SCANNER_LOST)));
      default -> Step.ignored(state);
    };
  }

  private Step scanned(KioskState state, Lending here, BarcodeMeaning meaning) {
    if (here.ending().isPresent()) {
      return Step.ignored(state);
    }
    return switch (meaning) {
      case BarcodeMeaning.LibraryItem(ItemBarcode item) -> item(state, here, item);
      case BarcodeMeaning.Isbn _ -> notLent(state, here, Refusal.of(RefusalCode.E_202));
      case BarcodeMeaning.Misread _ -> notLent(state, here, Refusal.of(RefusalCode.E_211));
      case BarcodeMeaning.Unknown _ -> notLent(state, here, Refusal.of(RefusalCode.E_201));
      case BarcodeMeaning.LibraryCard _ ->
        Step.to(state.in(noticing(here, Notice.SCAN_AN_ITEM)), new Effect.Sound(Cue.ATTENTION));
    };
  }

  private Step item(KioskState state, Lending here, ItemBarcode item) {
    if (here.waiting().contains(item)) {
      return Step.to(state);
    }
    if (here.visit().lent().size() + here.waiting().size() >= rules.itemsMaximum()) {
      return Step.to(
          state.in(noticing(here, Notice.ENOUGH_ITEMS)), new Effect.Sound(Cue.ATTENTION));
    }
    Set<ItemBarcode> waiting = new HashSet<>(here.waiting());
    waiting.add(item);
    return Step.to(
        state.in(new Lending(here.id(), here.visit(), waiting, here.ending(), Notice.NONE)),
        new Effect.LendItem(here.id(), here.visit(), item));
  }

  private Step lent(KioskState state, Lending here, ItemLent lent) {
    Visit visit = here.visit().with(new Line.Lent(lent.item(), lent.title(), lent.due()));
    Lending shown =
        showing(answered(here, lent.item()), lent.offline() ? visit.goneOffline() : visit);
    Lending after = lent.ownHold() ? noticing(shown, Notice.OWN_HOLD) : shown;
    return orEnd(Step.to(
        state.in(after),
        new Effect.Sound(Cue.LENT),
        new Effect.Note(new Occurrence.LoanMade(here.id(), lent.offline()))));
  }

  private Step cancelLast(KioskState state, Lending here) {
    Optional<ItemBarcode> last = here.visit().lastLent();
    if (!rules.offers().has(Offers.Service.CANCEL)
        || last.isEmpty()
        || here.ending().isPresent()
        || !here.waiting().isEmpty()) {
      return Step.ignored(state);
    }
    return Step.to(
        state.in(new Lending(
            here.id(), here.visit(), Set.of(last.get()), Optional.empty(), Notice.NONE)),
        new Effect.CancelLoan(here.id(), here.visit(), last.get()));
  }

  private Step cancelled(KioskState state, Lending here, ItemBarcode item, boolean taken) {
    if (!taken) {
      return orEnd(Step.to(
          state.in(noticing(here, Notice.NOT_TAKEN_BACK)), new Effect.Sound(Cue.ATTENTION)));
    }
    return orEnd(Step.to(
        state.in(showing(here, here.visit().cancelling(item))),
        new Effect.Sound(Cue.RECEIVED),
        new Effect.Note(new Occurrence.LoanTakenBack(here.id()))));
  }

  /** The disk gives no answer: nobody can be told whether the last item is lent. */
  static boolean stuck(KioskState state, Lending here) {
    return !here.waiting().isEmpty() && state.quietSeconds() >= ANSWER_LIMIT_SECONDS;
  }

  private static Step notLent(KioskState state, Lending here, Refusal refusal) {
    return Step.to(
        state.in(showing(here, here.visit().with(new Line.NotLent(refusal)))),
        new Effect.Sound(Cue.ATTENTION),
        new Effect.Note(new Occurrence.RefusalShown(here.id(), refusal.shownCode())));
  }

  /** What was scanned before the patron chose to end is answered first. */
  private Step ending(KioskState state, Lending here, ReceiptChoice choice) {
    return orEnd(Step.to(state.in(
        new Lending(here.id(), here.visit(), here.waiting(), Optional.of(choice), here.notice()))));
  }

  private Step orEnd(Step step) {
    if (step.next().session() instanceof Lending here
        && here.waiting().isEmpty()
        && here.ending().isPresent()) {
      return leaving.finish(step, here, here.ending().get());
    }
    return step;
  }

  private static Lending answered(Lending here, ItemBarcode item) {
    Set<ItemBarcode> waiting = new HashSet<>(here.waiting());
    waiting.remove(item);
    return new Lending(here.id(), here.visit(), waiting, here.ending(), Notice.NONE);
  }

  private static Lending showing(Lending here, Visit visit) {
    return new Lending(here.id(), visit, here.waiting(), here.ending(), Notice.NONE);
  }

  private static Lending noticing(Lending here, Notice notice) {
    return new Lending(here.id(), here.visit(), here.waiting(), here.ending(), notice);
  }
}
