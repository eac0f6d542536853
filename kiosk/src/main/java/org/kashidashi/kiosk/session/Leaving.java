package org.kashidashi.kiosk.session;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.session.Effect.Cue;
import org.kashidashi.kiosk.session.Occurrence.SessionEnded.Ending;
import org.kashidashi.kiosk.session.SessionEvent.ActionChosen;
import org.kashidashi.kiosk.session.SessionEvent.CardSeen;
import org.kashidashi.kiosk.session.SessionEvent.CodeScanned;
import org.kashidashi.kiosk.session.SessionEvent.ReceiptFailed;
import org.kashidashi.kiosk.session.SessionEvent.ReceiptPrinted;
import org.kashidashi.kiosk.session.SessionEvent.ScanFailed;
import org.kashidashi.kiosk.session.SessionEvent.SecondPassed;
import org.kashidashi.kiosk.session.SessionEvent.ServiceRestored;
import org.kashidashi.kiosk.session.SessionState.Aside;
import org.kashidashi.kiosk.session.SessionState.Attended;
import org.kashidashi.kiosk.session.SessionState.CardLeft;
import org.kashidashi.kiosk.session.SessionState.CardLifted;
import org.kashidashi.kiosk.session.SessionState.Finished;
import org.kashidashi.kiosk.session.SessionState.Finished.ReceiptOutcome;
import org.kashidashi.kiosk.session.SessionState.Idle;
import org.kashidashi.kiosk.session.SessionState.Lending;
import org.kashidashi.kiosk.session.SessionState.LookingUp;
import org.kashidashi.kiosk.session.SessionState.OutOfService;
import org.kashidashi.kiosk.session.SessionState.ReadingCard;
import org.kashidashi.kiosk.session.SessionState.StillThere;
import org.kashidashi.kiosk.session.SessionState.TakingCard;

/**
 * Every way a session can end, and the one tail they all run: S5, L-0 to L-4, E-305.
 *
 * <p>The tail forgets the patron, and lets nobody else begin before the reader was seen empty.
 */
final class Leaving {
  private static final int LOCKED_CUE_SECONDS = 5;
  private static final int CLOSED_CUE_SECONDS = 10;
  private static final int SILENT_SECONDS = CardLeft.CLOSED_SECONDS + 180;
  private static final int THANKS_SECONDS = 3;

  /** A printer that has not answered by then will not. */
  private static final int RECEIPT_LIMIT_SECONDS = 60;

  private final SessionRules rules;

  Leaving(SessionRules rules) {
    this.rules = rules;
  }

  Step end(KioskState state, Attended here, Ending ending) {
    int loans = here.lending().map(lending -> lending.visit().lent().size()).orElse(0);
    return end(state, here.id(), loans, ending);
  }

  Step end(KioskState state, SessionId id, int loans, Ending ending) {
    return Step.to(
        cleared(state).next(),
        new Effect.ForgetPatron(id),
        new Effect.Note(new Occurrence.SessionEnded(id, ending, loans)));
  }

  /** Back to the beginning, or waiting for the card that still lies there. */
  Step cleared(KioskState state) {
    return Step.to(state
        .quietFor(0)
        .in(state.station().card().occupied() ? new CardLeft(0, false) : new Idle()));
  }

  /** The patron has chosen to end; nothing is waiting any more. */
  Step finish(Step step, Lending here, ReceiptChoice choice) {
    if (here.visit().lent().isEmpty()) {
      return after(step, end(step.next(), here, Ending.STOPPED));
    }
    boolean print = choice == ReceiptChoice.PRINT && step.next().station().receipts();
    ReceiptOutcome receipt = print ? ReceiptOutcome.PRINTING : ReceiptOutcome.NOT_WANTED;
    Finished finished = new Finished(here.id(), here.visit(), receipt, 0);
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.Sound(Cue.FINISHED));
    if (print) {
      effects.add(new Effect.PrintReceipt(
          here.id(), here.visit(), step.next().preferences().language()));
    }
    return after(step, new Step(step.next().quietFor(0).in(finished), effects, true));
  }

  Step finished(KioskState state, Finished here, SessionEvent event) {
    return switch (event) {
      case ReceiptPrinted _ -> Step.to(state.in(with(here, ReceiptOutcome.PRINTED)));
      case ReceiptFailed _ ->
        Step.to(
            state.in(new Finished(here.id(), here.visit(), ReceiptOutcome.FAILED, 0)),
            new Effect.Sound(Cue.ATTENTION),
            new Effect.Note(new Occurrence.RefusalShown(here.id(), FaultCode.E_304.code())));
      case ActionChosen(Action action) when action == Action.FINISH -> leave(state, here);
      case SecondPassed _
      when !over(state, here) ->
        Step.to(
            state.in(new Finished(here.id(), here.visit(), here.receipt(), here.seconds() + 1)));
      case SecondPassed _ -> leave(state, here);
      // Whoever scans now believes that it is lent.
      case CodeScanned _, ScanFailed _ -> Step.to(state, new Effect.Sound(Cue.ATTENTION));
      default -> Step.ignored(state);
    };
  }

  Step leave(KioskState state, Finished here) {
    return end(state, here.id(), here.visit().lent().size(), Ending.FINISHED);
  }

  /** S3: the patron is known, and the card still lies there. */
  Step stillLying(KioskState state, TakingCard here) {
    int seconds = here.seconds() + 1;
    if (seconds < CardLeft.CLOSED_SECONDS) {
      return new Step(
          state.in(new TakingCard(here.id(), here.visit(), seconds)), escalation(seconds), true);
    }
    Step ended = end(state, here.id(), 0, Ending.CARD_LEFT);
    return new Step(
        state.station().card().occupied()
            ? ended.next().in(new CardLeft(seconds, false))
            : ended.next(),
        Stream.concat(ended.effects().stream(), escalation(seconds).stream()).toList(),
        true);
  }

  Step liftedLate(KioskState state, TakingCard here) {
    return after(
        end(state, here.id(), 0, Ending.CARD_LEFT), lifted(state.quietFor(0), here.seconds()));
  }

  Step cardLeft(KioskState state, CardLeft here, SessionEvent event) {
    return switch (event) {
      case CardSeen(CardSight sight)
      when sight.occupied() ->
        Step.to(state.in(new CardLeft(here.seconds(), sight == CardSight.MUTE)));
      case CardSeen _
      when here.seconds() < CardLeft.REMINDED_SECONDS -> Step.to(state.in(new Idle()));
      case CardSeen _ -> lifted(state, here.seconds());
      case SecondPassed _ -> {
        int seconds = Math.min(here.seconds() + 1, Integer.MAX_VALUE - 1);
        yield new Step(
            state.in(new CardLeft(seconds, here.alsoAnother())), escalation(seconds), true);
      }
      default -> Step.ignored(state);
    };
  }

  /** L-4 has been shown for a while. */
  Step thanked(KioskState state, CardLifted here) {
    return here.seconds() + 1 < THANKS_SECONDS
        ? Step.to(state.in(new CardLifted(here.seconds() + 1)))
        : Step.to(state.in(new Idle()));
  }

  Step outOfService(KioskState state, FaultCode fault) {
    KioskState out = state.quietFor(0).in(new OutOfService(fault));
    return switch (state.session()) {
      case OutOfService _ -> Step.ignored(state);
      case Idle _, CardLeft _, CardLifted _, SessionState.CutShort _ -> Step.to(out);
      case Aside(var _, int _, Idle _) -> Step.to(out);
      case Aside(var _, int _, Attended under) ->
        after(end(state, under, Ending.OUT_OF_SERVICE), Step.to(out));
      case Attended here -> after(end(state, here, Ending.OUT_OF_SERVICE), Step.to(out));
      case StillThere here -> after(end(state, here.under(), Ending.OUT_OF_SERVICE), Step.to(out));
      case ReadingCard here -> outOfService(state, out, here.id(), 0);
      case LookingUp here -> outOfService(state, out, here.id(), 0);
      case TakingCard here -> outOfService(state, out, here.id(), 0);
      case Finished here ->
        outOfService(state, out, here.id(), here.visit().lent().size());
    };
  }

  Step whileOutOfService(KioskState state, SessionEvent event) {
    return event instanceof ServiceRestored ? cleared(state) : Step.ignored(state);
  }

  private Step outOfService(KioskState state, KioskState out, SessionId id, int loans) {
    return after(end(state, id, loans, Ending.OUT_OF_SERVICE), Step.to(out));
  }

  private static Step lifted(KioskState state, int seconds) {
    return Step.to(
        state.in(new CardLifted(0)),
        new Effect.Sound(Cue.FINISHED),
        new Effect.Note(new Occurrence.CardTakenAway(seconds)));
  }

  /** What is heard and told while a card lies there that should not. */
  private static List<Effect> escalation(int seconds) {
    List<Effect> effects = new ArrayList<>();
    if (seconds == CardLeft.REMINDED_SECONDS) {
      effects.add(new Effect.Sound(Cue.ATTENTION));
      effects.add(new Effect.Sound(Cue.ATTENTION));
    }
    if (seconds == CardLeft.LOCKED_SECONDS || seconds == CardLeft.CLOSED_SECONDS) {
      effects.add(new Effect.Note(new Occurrence.CardLeftBehind(seconds)));
    }
    boolean locked = seconds >= CardLeft.LOCKED_SECONDS && seconds < CardLeft.CLOSED_SECONDS;
    if (locked && (seconds - CardLeft.LOCKED_SECONDS) % LOCKED_CUE_SECONDS == 0) {
      effects.add(new Effect.Sound(Cue.ATTENTION));
    }
    boolean closed = seconds >= CardLeft.CLOSED_SECONDS && seconds < SILENT_SECONDS;
    if (closed && (seconds - CardLeft.CLOSED_SECONDS) % CLOSED_CUE_SECONDS == 0) {
      effects.add(new Effect.Sound(Cue.STRONG_ATTENTION));
    }
    return effects;
  }

  private boolean over(KioskState state, Finished here) {
    long limit = rules.lastScreen(here.receipt(), state.preferences()).toSeconds();
    boolean shownLongEnough = here.seconds() + 1 >= limit;
    boolean printing = here.receipt() == ReceiptOutcome.PRINTING;
    return shownLongEnough && (!printing || here.seconds() >= RECEIPT_LIMIT_SECONDS);
  }

  private static Finished with(Finished here, ReceiptOutcome receipt) {
    return new Finished(here.id(), here.visit(), receipt, here.seconds());
  }

  /** Both steps' effects in order, where the second one leads. */
  private static Step after(Step first, Step second) {
    return new Step(
        second.next(),
        Stream.concat(first.effects().stream(), second.effects().stream()).toList(),
        true);
  }
}
