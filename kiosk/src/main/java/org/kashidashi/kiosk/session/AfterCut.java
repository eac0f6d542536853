package org.kashidashi.kiosk.session;

import java.util.stream.Stream;
import org.kashidashi.kiosk.session.Effect.Cue;
import org.kashidashi.kiosk.session.Occurrence.CutSessionClosed.Closing;
import org.kashidashi.kiosk.session.SessionState.Aside;
import org.kashidashi.kiosk.session.SessionState.CutShort;
import org.kashidashi.kiosk.session.SessionState.Finished.ReceiptOutcome;
import org.kashidashi.kiosk.session.SessionState.Idle;

/** What was lent before the program was cut off, until somebody has seen it: E-306. */
public final class AfterCut {
  private final SessionRules rules;
  private final Leaving leaving;

  AfterCut(SessionRules rules, Leaving leaving) {
    this.rules = rules;
    this.leaving = leaving;
  }

  /** A copy that did not come out can be asked for again, once somebody has seen to the paper. */
  public static boolean offersRecord(KioskState state, CutShort here) {
    return state.station().receipts()
        && (here.slip() == ReceiptOutcome.NOT_WANTED || here.slip() == ReceiptOutcome.FAILED);
  }

  /** Nobody is interrupted for it: then it is told at the next start. */
  Step found(KioskState state, CutVisit visit) {
    return switch (state.session()) {
      case Idle _,
          Aside(var _, int _, Idle _),
          SessionState.CardLeft _,
          SessionState.CardLifted _ ->
        Step.to(
            state.quietFor(0).in(new CutShort(visit, false, ReceiptOutcome.NOT_WANTED, 0)),
            new Effect.Sound(Cue.ATTENTION),
            new Effect.Note(new Occurrence.CutSessionFound(visit.lent().size())));
      default -> Step.ignored(state);
    };
  }

  Step on(KioskState state, CutShort here, SessionEvent event) {
    return switch (event) {
      case SessionEvent.ActionChosen(Action action) -> chosen(state, here, action);
      case SessionEvent.RecordPrinted _ -> Step.to(state.in(here.with(ReceiptOutcome.PRINTED)));
      case SessionEvent.RecordFailed _ ->
        Step.to(state.in(here.with(ReceiptOutcome.FAILED)), new Effect.Sound(Cue.ATTENTION));
      case SessionEvent.SecondPassed _ ->
        here.seconds() + 1 < CutShort.LIMIT_SECONDS
            ? Step.to(state.in(here.older()))
            : close(state, here, Closing.TIMED_OUT);
      // Whoever scans now believes that it is lent.
      case SessionEvent.CodeScanned _, SessionEvent.ScanFailed _ ->
        Step.to(state, new Effect.Sound(Cue.ATTENTION));
      default -> Step.ignored(state);
    };
  }

  private Step chosen(KioskState state, CutShort here, Action action) {
    return switch (action) {
      case SHOW_LOANS -> Step.to(state.in(here.turned()));
      case BACK_TO_START -> close(state, here, Closing.BY_HAND);
      case PRINT_SLIP ->
        offersRecord(state, here)
            ? Step.to(
                state.in(here.with(ReceiptOutcome.PRINTING)),
                new Effect.PrintRecord(here.visit(), state.preferences().language()))
            : Step.ignored(state);
      default -> Step.ignored(state);
    };
  }

  /** From here on nobody can see or print it any more. */
  private Step close(KioskState state, CutShort here, Closing closing) {
    Step cleared = leaving.cleared(state.preferring(rules.offers().atFirst()));
    boolean printed = here.slip() == ReceiptOutcome.PRINTED;
    Effect note = new Effect.Note(new Occurrence.CutSessionClosed(closing, printed));
    return new Step(
        cleared.next(),
        Stream.concat(
                cleared.effects().stream(),
                Stream.of(new Effect.ForgetCutSession(here.visit().name()), note))
            .toList(),
        true);
  }
}
