package org.kashidashi.kiosk.session;

import java.util.List;
import java.util.stream.Stream;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.session.Effect.Cue;
import org.kashidashi.kiosk.session.Occurrence.PatronIdentified.Way;
import org.kashidashi.kiosk.session.Occurrence.SessionEnded.Ending;
import org.kashidashi.kiosk.session.SessionEvent.ActionChosen;
import org.kashidashi.kiosk.session.SessionEvent.CardSeen;
import org.kashidashi.kiosk.session.SessionEvent.CodeScanned;
import org.kashidashi.kiosk.session.SessionEvent.PatronTurnedAway;
import org.kashidashi.kiosk.session.SessionEvent.PatronWelcomed;
import org.kashidashi.kiosk.session.SessionEvent.ScanFailed;
import org.kashidashi.kiosk.session.SessionEvent.SecondPassed;
import org.kashidashi.kiosk.session.SessionRules.CardLift;
import org.kashidashi.kiosk.session.SessionState.AwaitingCard;
import org.kashidashi.kiosk.session.SessionState.AwaitingLibraryCard;
import org.kashidashi.kiosk.session.SessionState.LookingUp;
import org.kashidashi.kiosk.session.SessionState.ReadingCard;
import org.kashidashi.kiosk.session.SessionState.Refused;
import org.kashidashi.kiosk.session.SessionState.TakingCard;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.barcode.BarcodeMeaning;
import org.kashidashi.sync.circulation.barcode.BarcodeMeaning.LibraryCard;
import org.kashidashi.sync.circulation.barcode.BarcodeMeaning.Misread;

/** From the first touch to a patron who is known, or refused: S0 to S2, E-1xx. */
final class Identifying {
  /** Nobody stands there for longer, whatever the card, the authority and the library system do. */
  static final int ANSWER_LIMIT_SECONDS = 20;

  private static final int TRIES_BEFORE_CASE_HINT = 2;
  private static final int TRIES_BEFORE_PAPER_HINT = 3;

  private final SessionRules rules;
  private final Leaving leaving;

  Identifying(SessionRules rules, Leaving leaving) {
    this.rules = rules;
    this.leaving = leaving;
  }

  Step idle(KioskState state, SessionEvent event) {
    if (!state.station().inviting()) {
      return Step.ignored(state);
    }
    KioskState begun = state.nextSession();
    Effect note = new Effect.Note(new Occurrence.SessionBegan(begun.current()));
    return switch (event) {
      case ActionChosen(Action action) when action == Action.PRACTICE -> practising(begun);
      case ActionChosen _ -> Step.to(begun.in(asking(begun, Notice.NONE)), note);
      case CardSeen _
      when state.station().card().occupied() ->
        Step.to(begun.in(asking(begun, Notice.NONE)), note, new Effect.Sound(Cue.RECEIVED));
      case CodeScanned(LibraryCard(PatronId patron)) ->
        Step.to(
            begun.in(new LookingUp(begun.current(), 0)),
            note,
            new Effect.Sound(Cue.RECEIVED),
            new Effect.IdentifyByLibraryCard(begun.current(), patron));
      case CodeScanned _ ->
        Step.to(
            begun.in(asking(begun, Notice.CARD_BEFORE_ITEMS)),
            note,
            new Effect.Sound(Cue.ATTENTION));
      default -> Step.ignored(state);
    };
  }

  private Step practising(KioskState begun) {
    SessionId id = new SessionId(begun.sessions(), true);
    return rules.offers().has(Offers.Service.PRACTICE)
        ? Step.to(
            begun.in(new AwaitingCard(id, 0, Notice.NONE)),
            new Effect.Note(new Occurrence.SessionBegan(id)),
            new Effect.Note(new Occurrence.PracticeBegan()))
        : Step.ignored(begun);
  }

  Step awaitingCard(KioskState state, AwaitingCard here, SessionEvent event) {
    return switch (event) {
      case ActionChosen(Action action) ->
        switch (action) {
          case READ_CARD -> read(state, here.id(), here.emptyTries());
          case USE_LIBRARY_CARD -> Step.to(state.in(askingLibraryCard(here.id(), Notice.NONE)));
          case STOP -> leaving.end(state, here, Ending.STOPPED);
          default -> Step.ignored(state);
        };
      case CardSeen(CardSight sight) ->
        Step.to(
            state.in(new AwaitingCard(here.id(), here.emptyTries(), Notice.NONE)),
            sight.occupied() ? new Effect[] {new Effect.Sound(Cue.RECEIVED)} : new Effect[0]);
      case CodeScanned(LibraryCard(PatronId patron)) -> lookUp(state, here.id(), patron);
      case CodeScanned(BarcodeMeaning meaning) ->
        Step.to(
            state.in(new AwaitingCard(
                here.id(), here.emptyTries(), noticeOf(meaning, Notice.CARD_BEFORE_ITEMS))),
            new Effect.Sound(Cue.ATTENTION));
      case ScanFailed _ ->
        Step.to(
            state.in(new AwaitingCard(here.id(), here.emptyTries(), Notice.SCAN_AGAIN)),
            new Effect.Sound(Cue.ATTENTION));
      default -> Step.ignored(state);
    };
  }

  Step awaitingLibraryCard(KioskState state, AwaitingLibraryCard here, SessionEvent event) {
    return switch (event) {
      case ActionChosen(Action action) ->
        switch (action) {
          case READ_CARD -> read(state, here.id(), 0);
          case STOP -> leaving.end(state, here, Ending.STOPPED);
          default -> Step.ignored(state);
        };
      case CodeScanned(LibraryCard(PatronId patron)) -> lookUp(state, here.id(), patron);
      case CodeScanned(BarcodeMeaning meaning) ->
        Step.to(
            state.in(askingLibraryCard(here.id(), noticeOf(meaning, Notice.NOT_A_LIBRARY_CARD))),
            new Effect.Sound(Cue.ATTENTION));
      case ScanFailed _ ->
        Step.to(
            state.in(askingLibraryCard(here.id(), Notice.SCAN_AGAIN)),
            new Effect.Sound(Cue.ATTENTION));
      default -> Step.ignored(state);
    };
  }

  Step readingCard(KioskState state, ReadingCard here, SessionEvent event) {
    return switch (event) {
      case PatronWelcomed welcomed -> welcome(state, welcomed, Way.MY_NUMBER_CARD);
      case PatronTurnedAway(SessionId id, Refusal refusal) -> refuse(state, id, refusal, 0);
      case SecondPassed _
      when here.seconds() < ANSWER_LIMIT_SECONDS ->
        Step.to(state.in(new ReadingCard(here.id(), here.seconds() + 1)));
      case SecondPassed _ -> unanswered(state, here.id(), Refusal.of(FaultCode.E_303));
      case ActionChosen(Action action)
      when action == Action.STOP -> leaving.end(state, here.id(), 0, Ending.STOPPED);
      default -> Step.ignored(state);
    };
  }

  Step lookingUp(KioskState state, LookingUp here, SessionEvent event) {
    return switch (event) {
      case PatronWelcomed welcomed -> welcome(state, welcomed, Way.LIBRARY_CARD);
      case PatronTurnedAway(SessionId id, Refusal refusal) -> refuse(state, id, refusal, 0);
      case SecondPassed _
      when here.seconds() < ANSWER_LIMIT_SECONDS ->
        Step.to(state.in(new LookingUp(here.id(), here.seconds() + 1)));
      case SecondPassed _ -> unanswered(state, here.id(), Refusal.of(RefusalCode.E_126));
      case ActionChosen(Action action)
      when action == Action.STOP -> leaving.end(state, here.id(), 0, Ending.STOPPED);
      default -> Step.ignored(state);
    };
  }

  Step refused(KioskState state, Refused here, SessionEvent event) {
    return ErrorSlips.on(state, here, event, rules).orElseGet(() -> answered(state, here, event));
  }

  private Step answered(KioskState state, Refused here, SessionEvent event) {
    return switch (event) {
      case ActionChosen(Action action)
      when here.refusal().ways().contains(action) ->
        switch (action) {
          case TRY_AGAIN -> Step.to(state.in(again(here)));
          case USE_LIBRARY_CARD -> Step.to(state.in(askingLibraryCard(here.id(), Notice.NONE)));
          default -> leaving.end(state, here, Ending.STOPPED);
        };
      case CodeScanned(LibraryCard(PatronId patron))
      when here.refusal().ways().contains(Action.USE_LIBRARY_CARD)
          || here.refusal().ways().contains(Action.TRY_AGAIN) -> lookUp(state, here.id(), patron);
      default -> Step.ignored(state);
    };
  }

  private Step read(KioskState state, SessionId id, int emptyTries) {
    // Whoever practises needs no card, and none is read.
    if (id.practice()) {
      return Step.to(state.in(new ReadingCard(id, 0)), new Effect.IdentifyByCard(id));
    }
    return switch (state.station().card()) {
      case PRESENT -> Step.to(state.in(new ReadingCard(id, 0)), new Effect.IdentifyByCard(id));
      case MUTE -> refuse(state, id, Refusal.of(RefusalCode.E_111), emptyTries);
      case READER_DOWN -> refuse(state, id, Refusal.of(FaultCode.E_303), emptyTries);
      // Paper and nothing look the same to a reader, so the hints follow the tries.
      case ABSENT ->
        switch (Math.min(emptyTries + 1, TRIES_BEFORE_PAPER_HINT)) {
          case TRIES_BEFORE_PAPER_HINT ->
            refuse(state, id, Refusal.of(RefusalCode.E_109), emptyTries + 1);
          case TRIES_BEFORE_CASE_HINT ->
            refuse(state, id, Refusal.of(RefusalCode.E_111), emptyTries + 1);
          default ->
            Step.to(
                state.in(new AwaitingCard(id, emptyTries + 1, Notice.PLACE_CARD_FIRST)),
                new Effect.Sound(Cue.ATTENTION));
        };
    };
  }

  private static Step lookUp(KioskState state, SessionId id, PatronId patron) {
    return Step.to(
        state.in(new LookingUp(id, 0)),
        new Effect.Sound(Cue.RECEIVED),
        new Effect.IdentifyByLibraryCard(id, patron));
  }

  private Step welcome(KioskState state, PatronWelcomed welcomed, Way way) {
    Visit visit = Visit.beginning(welcomed);
    boolean liftFirst = way == Way.MY_NUMBER_CARD
        && rules.cardLift() == CardLift.BEFORE_ITEMS
        && state.station().card().occupied();
    SessionState next =
        liftFirst ? new TakingCard(welcomed.id(), visit, 0) : Borrowing.begin(welcomed.id(), visit);
    return Step.to(
        state.in(next),
        new Effect.Sound(Cue.RECEIVED),
        new Effect.Note(new Occurrence.PatronIdentified(welcomed.id(), way, welcomed.offline())));
  }

  private static Step refuse(KioskState state, SessionId id, Refusal refusal, int emptyTries) {
    return Step.to(
        state.in(new Refused(id, refusal, emptyTries)),
        new Effect.Sound(Cue.ATTENTION),
        new Effect.Note(new Occurrence.RefusalShown(id, refusal.shownCode())));
  }

  /** Goes on as a new session, so that the answer, if it still comes, finds nobody. */
  private Step unanswered(KioskState state, SessionId id, Refusal refusal) {
    Step ended = leaving.end(state, id, 0, Ending.TIMED_OUT);
    KioskState begun = state.nextSession();
    Effect note = new Effect.Note(new Occurrence.SessionBegan(begun.current()));
    Step refused = refuse(begun, begun.current(), refusal, 0);
    return new Step(
        refused.next(),
        Stream.of(ended.effects(), List.of(note), refused.effects())
            .flatMap(List::stream)
            .toList(),
        true);
  }

  private static SessionState again(Refused here) {
    boolean byLibraryCard =
        here.refusal() instanceof Refusal.ByRule rule && rule.rule() == RefusalCode.E_127;
    return byLibraryCard
        ? askingLibraryCard(here.id(), Notice.NONE)
        : new AwaitingCard(here.id(), here.emptyTries(), Notice.NONE);
  }

  private static AwaitingCard asking(KioskState state, Notice notice) {
    return new AwaitingCard(state.current(), 0, notice);
  }

  private static AwaitingLibraryCard askingLibraryCard(SessionId id, Notice notice) {
    return new AwaitingLibraryCard(id, notice);
  }

  private static Notice noticeOf(BarcodeMeaning meaning, Notice otherwise) {
    return meaning instanceof Misread ? Notice.SCAN_AGAIN : otherwise;
  }
}
