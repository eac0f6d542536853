package org.kashidashi.kiosk.session;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.session.Effect.Cue;
import org.kashidashi.kiosk.session.Occurrence.SessionEnded.Ending;
import org.kashidashi.kiosk.session.SessionState.Attended;
import org.kashidashi.kiosk.session.SessionState.AwaitingCard;
import org.kashidashi.kiosk.session.SessionState.AwaitingLibraryCard;
import org.kashidashi.kiosk.session.SessionState.CardLeft;
import org.kashidashi.kiosk.session.SessionState.CardLifted;
import org.kashidashi.kiosk.session.SessionState.Finished;
import org.kashidashi.kiosk.session.SessionState.Helping;
import org.kashidashi.kiosk.session.SessionState.Idle;
import org.kashidashi.kiosk.session.SessionState.Lending;
import org.kashidashi.kiosk.session.SessionState.LookingUp;
import org.kashidashi.kiosk.session.SessionState.OutOfService;
import org.kashidashi.kiosk.session.SessionState.ReadingCard;
import org.kashidashi.kiosk.session.SessionState.Refused;
import org.kashidashi.kiosk.session.SessionState.StillThere;
import org.kashidashi.kiosk.session.SessionState.TakingCard;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.barcode.BarcodeMeaning;

/**
 * The pure function from a state and an event to the next state and its effects.
 *
 * <p>What all states share is handled here, before the state is asked: the surroundings, replies to
 * sessions that are over, the quiet time, and the loss of service. What one family of states does is
 * in the class named after it.
 */
public final class SessionMachine {
  private final SessionRules rules;
  private final Identifying identifying;
  private final Borrowing borrowing;
  private final Leaving leaving;

  public SessionMachine(SessionRules rules) {
    this.rules = rules;
    this.leaving = new Leaving(rules);
    this.borrowing = new Borrowing(rules, leaving);
    this.identifying = new Identifying(rules, leaving);
  }

  /** What the event leads to. */
  public Step on(KioskState state, SessionEvent event) {
    return switch (event) {
      case SessionEvent.CardSeen(CardSight sight) ->
        bySight(state, state.at(state.station().withCard(sight)), event);
      case SessionEvent.LibrarySystemSeen(boolean online) ->
        Step.to(state.at(state.station().withOnline(online)));
      case SessionEvent.StrangersSeen(boolean there) ->
        Step.to(
            state.at(state.station().withStrangers(there)),
            new Effect.Note(new Occurrence.StrangersSeen(there)));
      case SessionEvent.StaffButtonPressed _ -> called(state, !state.station().calling());
      case SessionEvent.DoorMoved(boolean open) ->
        Step.to(state, new Effect.Note(new Occurrence.DoorMoved(open)));
      case SessionEvent.ScannerSeen(boolean there) ->
        orStay(byState(state.at(state.station().withScanner(there)), event));
      case SessionEvent.ServiceLost lost -> leaving.outOfService(state, lost.fault());
      case SessionEvent.Reply reply when !expected(state, reply) -> Step.ignored(state);
      case SessionEvent.SecondPassed _ -> bySecond(state.quietFor(quietSeconds(state)), event);
      case SessionEvent.ActionChosen _, SessionEvent.CodeScanned _, SessionEvent.ScanFailed _ ->
        byState(state.quietFor(0), event);
      case SessionEvent.Reply _ -> byState(state.quietFor(0), event);
      case SessionEvent.ServiceRestored _ -> byState(state, event);
    };
  }

  /** Whoever calls staff is heard at once, whatever the session does. */
  private static Step called(KioskState state, boolean calling) {
    KioskState next = state.at(state.station().withCalling(calling)).quietFor(0);
    Effect.Note noted = new Effect.Note(new Occurrence.StaffCalled(calling));
    return calling
        ? Step.to(next, new Effect.CallStaff(true), new Effect.Sound(Cue.STRONG_ATTENTION), noted)
        : Step.to(next, new Effect.CallStaff(false), noted);
  }

  private Step byState(KioskState state, SessionEvent event) {
    return switch (state.session()) {
      case Idle _ -> identifying.idle(state, event);
      case AwaitingCard here -> identifying.awaitingCard(state, here, event);
      case AwaitingLibraryCard here -> identifying.awaitingLibraryCard(state, here, event);
      case ReadingCard here -> identifying.readingCard(state, here, event);
      case LookingUp here -> identifying.lookingUp(state, here, event);
      case Refused here -> identifying.refused(state, here, event);
      case TakingCard here -> borrowing.takingCard(state, here, event);
      case Lending here ->
        othersLibraryCard(here, event)
            ? nextPatron(state, here, event)
            : borrowing.lending(state, here, event);
      case Finished here ->
        event instanceof SessionEvent.CodeScanned(BarcodeMeaning.LibraryCard _)
                && !state.station().card().occupied()
            ? nextPatron(state, here, event)
            : leaving.finished(state, here, event);
      case CardLeft here -> leaving.cardLeft(state, here, event);
      case CardLifted here ->
        event instanceof SessionEvent.SecondPassed
            ? leaving.thanked(state, here)
            : identifying.idle(state, event);
      case OutOfService _ -> leaving.whileOutOfService(state, event);
      case Helping here -> helping(state, here, event);
      case StillThere here -> stillThere(state, here, event);
    };
  }

  /** A card that is moved is a sign of the patron; the same sight twice is none. */
  private Step bySight(KioskState before, KioskState now, SessionEvent event) {
    if (before.station().card() == now.station().card()) {
      return Step.to(now);
    }
    if (!before.station().card().known() && now.station().card().occupied()) {
      return unknownCard(now, event);
    }
    boolean placed =
        before.station().card() == CardSight.ABSENT && now.station().card().occupied();
    return placed ? placed(now.quietFor(0), event) : orStay(byState(now.quietFor(0), event));
  }

  /** Somebody put a card down: the patron of this session, or already the next one. */
  private Step placed(KioskState state, SessionEvent event) {
    if (state.session() instanceof Finished here) {
      return orStay(nextPatron(state, here, event));
    }
    Optional<Lending> untouched = untouched(state.session());
    if (untouched.isPresent()) {
      // Two cards may have changed places too fast for any eye: this one may be somebody else's.
      Step next = after(leaving.end(state, untouched.get(), Ending.STOPPED), state, event);
      return next.handled() ? next : orStay(byState(state, event));
    }
    // In the middle of a list the patron is asked, since nobody else should go on with it.
    return state.session() instanceof Lending here && here.ending().isEmpty()
        ? asking(state, here)
        : orStay(byState(state, event));
  }

  private Step bySecond(KioskState state, SessionEvent event) {
    boolean tooQuiet = state.quietSeconds() >= rules.idle().toSeconds();
    if (tooQuiet && state.session() instanceof Attended attended && !ending(attended)) {
      return asking(state, attended);
    }
    return orStay(byState(state, event));
  }

  /**
   * Nobody knows how long the card has lain there, nor whose it is, so it has to go first: a "card
   * absent" is seen between patrons.
   */
  private Step unknownCard(KioskState state, SessionEvent event) {
    return switch (state.session()) {
      case Idle _, CardLifted _ -> leaving.cleared(state);
      case Lending _ -> orStay(byState(state, event));
      case Attended here -> leaving.end(state, here, Ending.STOPPED);
      case ReadingCard _,
          LookingUp _,
          TakingCard _,
          Finished _,
          CardLeft _,
          OutOfService _,
          StillThere _ -> orStay(byState(state, event));
    };
  }

  private Step asking(KioskState state, Attended attended) {
    StillThere asking =
        new StillThere(attended.id(), beneath(attended), (int) rules.warning().toSeconds());
    return Step.to(state.quietFor(0).in(asking), new Effect.Sound(Cue.ATTENTION));
  }

  /** What changed around the session is kept, even where the session has nothing to say to it. */
  private static Step orStay(Step step) {
    return step.handled() ? step : Step.to(step.next());
  }

  private static int quietSeconds(KioskState state) {
    return Math.min(state.quietSeconds() + 1, Integer.MAX_VALUE - 1);
  }

  /** A patron who has chosen to end needs no question any more. */
  private static boolean ending(Attended attended) {
    return attended instanceof Lending lending && lending.ending().isPresent();
  }

  private static Attended beneath(Attended attended) {
    return attended instanceof Helping helping ? helping.under() : attended;
  }

  /** Lending to somebody who has scanned nothing so far, whatever is shown over it. */
  private static Optional<Lending> untouched(SessionState session) {
    SessionState shown = session instanceof StillThere asking ? asking.under() : session;
    return shown instanceof Attended attended
            && beneath(attended) instanceof Lending here
            && here.visit().lines().isEmpty()
            && here.waiting().isEmpty()
        ? Optional.of(here)
        : Optional.empty();
  }

  /** The next patron need not wait until the last screen leaves by itself. */
  private Step nextPatron(KioskState state, Finished here, SessionEvent event) {
    Step next = after(leaving.leave(state, here), state, event);
    return next.handled() ? next : leaving.finished(state, here, event);
  }

  /** The session that the event begins, once the one before has been left. */
  private Step after(Step left, KioskState state, SessionEvent event) {
    Step begun = identifying.idle(state.in(new Idle()), event);
    return begun.handled()
        ? new Step(
            begun.next(),
            Stream.concat(left.effects().stream(), begun.effects().stream()).toList(),
            true)
        : Step.ignored(state);
  }

  /** Whoever shows a library card of their own does not borrow on the one before. */
  private Step nextPatron(KioskState state, Lending here, SessionEvent event) {
    Step next = after(leaving.end(state, here, Ending.NEXT_PATRON), state, event);
    return next.handled() ? next : borrowing.lending(state, here, event);
  }

  private static boolean othersLibraryCard(Lending here, SessionEvent event) {
    return event instanceof SessionEvent.CodeScanned(BarcodeMeaning.LibraryCard(PatronId other))
        && here.waiting().isEmpty()
        && !other.equals(here.visit().standing().patron());
  }

  private Step helping(KioskState state, Helping here, SessionEvent event) {
    return switch (event) {
      case SessionEvent.ActionChosen(Action action) ->
        action == Action.CLOSE_HELP ? Step.to(state.in(here.under())) : Step.ignored(state);
      case SessionEvent.Reply _, SessionEvent.ScannerSeen _ ->
        beneath(state, here.under(), event, under -> new Helping(here.id(), under));
      case SessionEvent.CardSeen _, SessionEvent.CodeScanned _, SessionEvent.ScanFailed _ ->
        through(state, here.under(), event);
      default -> Step.ignored(state);
    };
  }

  private Step stillThere(KioskState state, StillThere here, SessionEvent event) {
    return switch (event) {
      case SessionEvent.SecondPassed _
      when here.secondsLeft() > 1 ->
        Step.to(state.in(new StillThere(here.id(), here.under(), here.secondsLeft() - 1)));
      // What was scanned is answered first, so that no loan is made behind the patron's back.
      case SessionEvent.SecondPassed _
      when here.under() instanceof Lending lending && !lending.waiting().isEmpty() ->
        Borrowing.stuck(state, lending)
            ? leaving.outOfService(state, FaultCode.E_305)
            : Step.to(state);
      case SessionEvent.SecondPassed _ -> leaving.end(state, here.under(), Ending.TIMED_OUT);
      case SessionEvent.ActionChosen(Action action) ->
        switch (action) {
          case GO_ON -> Step.to(state.in(here.under()));
          case FINISH, STOP ->
            here.under() instanceof Lending lending
                ? borrowing.lending(state.in(lending), lending, event)
                : leaving.end(state, here.under(), Ending.STOPPED);
          default -> Step.ignored(state);
        };
      case SessionEvent.CodeScanned(BarcodeMeaning meaning)
      when doubtful(state, here) && !(meaning instanceof BarcodeMeaning.LibraryCard) ->
        Step.to(state, new Effect.Sound(Cue.ATTENTION));
      case SessionEvent.CardSeen _, SessionEvent.CodeScanned _, SessionEvent.ScanFailed _ ->
        through(state, here.under(), event);
      // An answer that was on its way when the question came up is no sign of the patron.
      case SessionEvent.Reply _, SessionEvent.ScannerSeen _ ->
        beneath(
            state,
            here.under(),
            event,
            under -> new StillThere(here.id(), under, here.secondsLeft()));
      default -> Step.ignored(state);
    };
  }

  /** Whether a card lies there that nobody asked for: a scan does not say whose turn it is. */
  private boolean doubtful(KioskState state, StillThere here) {
    return here.under() instanceof Lending
        && rules.cardLift() == SessionRules.CardLift.BEFORE_ITEMS
        && state.station().card().occupied();
  }

  /** Takes the overlay away, if what lies under it has something to say to the event. */
  private Step through(KioskState state, Attended under, SessionEvent event) {
    Step step = byState(state.in(under), event);
    return step.handled() ? step : Step.ignored(state);
  }

  /** Lets what lies under the overlay have the event, and keeps the overlay on top. */
  private Step beneath(
      KioskState state,
      Attended under,
      SessionEvent event,
      Function<Attended, SessionState> overlay) {
    Step step = byState(state.in(under), event);
    if (!step.handled()) {
      return Step.ignored(state);
    }
    return step.next().session() instanceof Attended still
        ? new Step(step.next().in(overlay.apply(still)), step.effects(), true)
        : step;
  }

  /** Whether a reply belongs to the session that is going on. */
  private static boolean expected(KioskState state, SessionEvent.Reply reply) {
    return switch (state.session()) {
      case Attended attended -> attended.id().equals(reply.id());
      case ReadingCard here -> here.id().equals(reply.id());
      case LookingUp here -> here.id().equals(reply.id());
      case TakingCard here -> here.id().equals(reply.id());
      case StillThere here -> here.id().equals(reply.id());
      case Finished here -> here.id().equals(reply.id());
      case Idle _, CardLeft _, CardLifted _, OutOfService _ -> false;
    };
  }
}
