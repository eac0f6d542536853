package org.kashidashi.kiosk.session;

import java.util.Optional;
import java.util.stream.Stream;
import org.kashidashi.kiosk.session.Effect.Cue;
import org.kashidashi.kiosk.session.Occurrence.SessionEnded.Ending;
import org.kashidashi.kiosk.session.SessionState.Aside;
import org.kashidashi.kiosk.session.SessionState.Attended;
import org.kashidashi.kiosk.session.SessionState.AwaitingCard;
import org.kashidashi.kiosk.session.SessionState.AwaitingLibraryCard;
import org.kashidashi.kiosk.session.SessionState.CardLeft;
import org.kashidashi.kiosk.session.SessionState.CardLifted;
import org.kashidashi.kiosk.session.SessionState.Finished;
import org.kashidashi.kiosk.session.SessionState.Idle;
import org.kashidashi.kiosk.session.SessionState.Lending;
import org.kashidashi.kiosk.session.SessionState.LookingUp;
import org.kashidashi.kiosk.session.SessionState.OutOfService;
import org.kashidashi.kiosk.session.SessionState.OwnLoans;
import org.kashidashi.kiosk.session.SessionState.ReadingCard;
import org.kashidashi.kiosk.session.SessionState.Refused;
import org.kashidashi.kiosk.session.SessionState.Returning;
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
  private final OwnShelf shelf;
  private final Borrowing borrowing;
  private final Leaving leaving;
  private final Overlays overlays;
  private final AfterCut afterCut;

  public SessionMachine(SessionRules rules) {
    this.rules = rules;
    this.leaving = new Leaving(rules);
    this.shelf = new OwnShelf(rules, this::byState);
    this.borrowing = new Borrowing(rules, leaving, shelf);
    this.identifying = new Identifying(rules, leaving);
    this.afterCut = new AfterCut(rules, leaving);
    this.overlays = new Overlays(rules, leaving, borrowing, this::byState);
  }

  /** What the event leads to. */
  public Step on(KioskState state, SessionEvent event) {
    Step step = step(state, event);
    // Nobody meets the machine as somebody else wanted it.
    boolean over = step.effects().stream().anyMatch(Effect.ForgetPatron.class::isInstance);
    return over
        ? new Step(step.next().preferring(rules.offers().atFirst()), step.effects(), true)
        : step;
  }

  private Step step(KioskState state, SessionEvent event) {
    return switch (event) {
      case SessionEvent.CardSeen(CardSight sight) ->
        bySight(state, state.at(state.station().withCard(sight)), event);
      case SessionEvent.LibrarySystemSeen(boolean online) ->
        Step.to(state.at(state.station().withOnline(online)));
      case SessionEvent.StrangersSeen(boolean there) ->
        Step.to(
            state.at(state.station().withStrangers(there)),
            new Effect.Note(new Occurrence.StrangersSeen(there)));
      case SessionEvent.KioskClosed(boolean closed) ->
        Step.to(state.at(state.station().withClosed(closed)));
      case SessionEvent.UpkeepSet(Upkeep upkeep) ->
        Step.to(state.at(state.station().withUpkeep(upkeep)));
      case SessionEvent.TroublesSeen(var troubles) ->
        Step.to(state.at(state.station().withTroubles(troubles)));
      case SessionEvent.StaffButtonPressed _ -> called(state, !state.station().calling());
      case SessionEvent.DoorMoved(boolean open) ->
        Step.to(state, new Effect.Note(new Occurrence.DoorMoved(open)));
      case SessionEvent.ScannerSeen(boolean there) ->
        orStay(byState(state.at(state.station().withScanner(there)), event));
      case SessionEvent.ServiceLost lost -> leaving.outOfService(state, lost.fault());
      case SessionEvent.Reply reply when !expected(state, reply) -> Step.ignored(state);
      case SessionEvent.SecondPassed _ -> bySecond(state.quietFor(quietSeconds(state)), event);
      case SessionEvent.PageTurned _ -> Step.to(state.quietFor(0));
      case SessionEvent.ActionChosen(Action action) -> byAction(state.quietFor(0), event, action);
      case SessionEvent.CodeScanned _, SessionEvent.ScanFailed _ ->
        byState(state.quietFor(0), event);
      case SessionEvent.Reply _ -> byState(state.quietFor(0), event);
      case SessionEvent.CutSessionFound(CutVisit visit) -> afterCut.found(state, visit);
      case SessionEvent.RecordPrinted _, SessionEvent.RecordFailed _ -> byState(state, event);
      case SessionEvent.ServiceRestored _ -> byState(state, event);
    };
  }

  /** What can be chosen on every screen that offers it is done here. */
  private Step byAction(KioskState state, SessionEvent event, Action action) {
    Preferences now = state.preferences();
    return switch (action) {
      case LARGE_TEXT -> Step.to(state.preferring(now.withLarge(!now.large())));
      case CONTRAST -> Step.to(state.preferring(now.withContrast(!now.contrast())));
      case SPEECH ->
        rules.offers().has(Offers.Service.SPEECH)
            ? Step.to(state.preferring(now.withSpeech(!now.speech())))
            : Step.ignored(state);
      case CALL_STAFF -> called(state, !state.station().calling());
      case HELP -> overlays.open(state, Aside.Subject.HELP);
      case LANGUAGES -> overlays.open(state, Aside.Subject.LANGUAGES);
      default -> byState(state, event);
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
      case OwnLoans here -> shelf.ownLoans(state, here, event);
      case Returning here -> shelf.returning(state, here, event);
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
      case SessionState.CutShort here -> afterCut.on(state, here, event);
      case OutOfService _ -> leaving.whileOutOfService(state, event);
      case Aside here -> overlays.aside(state, here, event);
      case StillThere here -> overlays.stillThere(state, here, event);
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
    return state.session() instanceof Attended here
            && here.lending().filter(lending -> lending.ending().isEmpty()).isPresent()
        ? overlays.asking(state, here)
        : orStay(byState(state, event));
  }

  private Step bySecond(KioskState state, SessionEvent event) {
    boolean tooQuiet = state.quietSeconds() >= rules.idle(state.preferences()).toSeconds();
    if (!tooQuiet) {
      return orStay(byState(state, event));
    }
    return switch (state.session()) {
      case Lending here when here.ending().isPresent() -> orStay(byState(state, event));
      case Attended here -> overlays.asking(state, here);
      case Aside(var _, int _, Attended under) -> overlays.asking(state, under);
      case Aside(var _, int _, Idle under) -> abandoned(state.in(under));
      case Idle _, OutOfService _ -> abandoned(state);
      default -> orStay(byState(state, event));
    };
  }

  /** Whoever asked for this at the first screen has gone. */
  private Step abandoned(KioskState state) {
    return Step.to(state.preferring(rules.offers().atFirst()));
  }

  /**
   * Nobody knows how long the card has lain there, nor whose it is, so it has to go first: a "card
   * absent" is seen between patrons.
   */
  private Step unknownCard(KioskState state, SessionEvent event) {
    return switch (state.session()) {
      case Idle _, CardLifted _ -> leaving.cleared(state);
      case Attended here when here.lending().isPresent() -> orStay(byState(state, event));
      case Aside(var _, int _, Attended under)
      when under.lending().isPresent() -> orStay(byState(state, event));
      case Aside(var _, int _, Idle _) -> leaving.cleared(state);
      case Aside(var _, int _, Attended under) -> leaving.end(state, under, Ending.STOPPED);
      case Attended here -> leaving.end(state, here, Ending.STOPPED);
      case ReadingCard _,
          LookingUp _,
          TakingCard _,
          Finished _,
          CardLeft _,
          SessionState.CutShort _,
          OutOfService _,
          StillThere _ -> orStay(byState(state, event));
    };
  }

  /** What changed around the session is kept, even where the session has nothing to say to it. */
  private static Step orStay(Step step) {
    return step.handled() ? step : Step.to(step.next());
  }

  private static int quietSeconds(KioskState state) {
    return Math.min(state.quietSeconds() + 1, Integer.MAX_VALUE - 1);
  }

  /** Lending to somebody who has scanned nothing so far, whatever is shown over it. */
  private static Optional<Lending> untouched(SessionState session) {
    SessionState shown = switch (session) {
      case StillThere asking -> asking.under();
      case Aside aside -> aside.under();
      default -> session;
    };
    return shown instanceof Lending here
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
        && !here.id().practice()
        && !other.equals(here.visit().standing().patron());
  }

  /** Whether a reply belongs to the session that is going on. */
  private static boolean expected(KioskState state, SessionEvent.Reply reply) {
    return switch (state.session()) {
      case Attended attended -> attended.id().equals(reply.id());
      case Aside(var _, int _, Attended under) -> under.id().equals(reply.id());
      case ReadingCard here -> here.id().equals(reply.id());
      case LookingUp here -> here.id().equals(reply.id());
      case TakingCard here -> here.id().equals(reply.id());
      case StillThere here -> here.id().equals(reply.id());
      case Finished here -> here.id().equals(reply.id());
      case Idle _, Aside(var _, int _, Idle _), CardLeft _, CardLifted _, OutOfService _ -> false;
      case SessionState.CutShort _ -> false;
    };
  }
}
