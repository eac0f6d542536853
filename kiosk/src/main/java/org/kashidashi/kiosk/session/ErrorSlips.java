package org.kashidashi.kiosk.session;

import java.util.Optional;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.session.Effect.Cue;
import org.kashidashi.kiosk.session.SessionState.Finished.ReceiptOutcome;
import org.kashidashi.kiosk.session.SessionState.Refused;

/** The slip with which a refused patron goes to the counter. */
public final class ErrorSlips {
  private ErrorSlips() {}

  /** What the patron can mend alone, by another try, needs no paper. */
  public static boolean offered(KioskState state, Refused here, SessionRules rules) {
    return rules.errorSlips()
        && state.station().receipts()
        && here.slip() == ReceiptOutcome.NOT_WANTED
        && !here.refusal().ways().contains(Action.TRY_AGAIN);
  }

  /** Empty for an event that has nothing to do with slips. */
  static Optional<Step> on(KioskState state, Refused here, SessionEvent event, SessionRules rules) {
    return switch (event) {
      case SessionEvent.ActionChosen(Action action)
      when action == Action.PRINT_SLIP && offered(state, here, rules) ->
        Optional.of(Step.to(
            state.in(here.with(ReceiptOutcome.PRINTING)),
            new Effect.PrintErrorSlip(
                here.id(), here.refusal(), state.preferences().language())));
      case SessionEvent.SlipPrinted _ ->
        Optional.of(Step.to(state.in(here.with(ReceiptOutcome.PRINTED))));
      case SessionEvent.SlipFailed _ ->
        Optional.of(Step.to(
            state.in(here.with(ReceiptOutcome.FAILED)),
            new Effect.Sound(Cue.ATTENTION),
            new Effect.Note(new Occurrence.RefusalShown(here.id(), FaultCode.E_304.code()))));
      default -> Optional.empty();
    };
  }
}
