package org.kashidashi.kiosk.session;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.session.Effect.Cue;
import org.kashidashi.kiosk.session.Occurrence.SessionEnded.Ending;
import org.kashidashi.kiosk.session.SessionState.Aside;
import org.kashidashi.kiosk.session.SessionState.Attended;
import org.kashidashi.kiosk.session.SessionState.AwaitingCard;
import org.kashidashi.kiosk.session.SessionState.AwaitingLibraryCard;
import org.kashidashi.kiosk.session.SessionState.Idle;
import org.kashidashi.kiosk.session.SessionState.Lending;
import org.kashidashi.kiosk.session.SessionState.Open;
import org.kashidashi.kiosk.session.SessionState.OwnLoans;
import org.kashidashi.kiosk.session.SessionState.Refused;
import org.kashidashi.kiosk.session.SessionState.Returning;
import org.kashidashi.kiosk.session.SessionState.StillThere;
import org.kashidashi.sync.circulation.barcode.BarcodeMeaning;

/** What is shown over another state, which goes on beneath: help, languages, T1. */
final class Overlays {
  private final SessionRules rules;
  private final Leaving leaving;
  private final Borrowing borrowing;
  private final BiFunction<KioskState, SessionEvent, Step> byState;

  /**
   * @param byState asks the state beneath
   */
  Overlays(
      SessionRules rules,
      Leaving leaving,
      Borrowing borrowing,
      BiFunction<KioskState, SessionEvent, Step> byState) {
    this.rules = rules;
    this.leaving = leaving;
    this.borrowing = borrowing;
    this.byState = byState;
  }

  /** Opens the help, or the languages as long as nobody is known. */
  Step open(KioskState state, Aside.Subject subject) {
    return state.session() instanceof Open under && mayCover(under, subject)
        ? Step.to(state.in(new Aside(subject, 0, under)))
        : Step.ignored(state);
  }

  private static boolean mayCover(Open under, Aside.Subject subject) {
    return switch (under) {
      case Idle _, AwaitingCard _, AwaitingLibraryCard _, Refused _ -> true;
      case Lending here -> subject == Aside.Subject.HELP && here.ending().isEmpty();
      case OwnLoans _, Returning _ -> subject == Aside.Subject.HELP;
    };
  }

  Step asking(KioskState state, Attended attended) {
    StillThere asking =
        new StillThere(attended.id(), attended, (int) rules.warning().toSeconds());
    return Step.to(state.quietFor(0).in(asking), new Effect.Sound(Cue.ATTENTION));
  }

  Step aside(KioskState state, Aside here, SessionEvent event) {
    return switch (event) {
      case SessionEvent.ActionChosen(Action action) -> chosen(state, here, action);
      case SessionEvent.Reply _, SessionEvent.ScannerSeen _ ->
        beneath(state, here.under(), event, under -> new Aside(here.subject(), here.page(), under));
      case SessionEvent.CardSeen _, SessionEvent.CodeScanned _, SessionEvent.ScanFailed _ ->
        through(state, here.under(), event);
      default -> Step.ignored(state);
    };
  }

  private Step chosen(KioskState state, Aside here, Action action) {
    return switch (action) {
      case CLOSE_HELP -> back(state, here.under());
      case NEXT_PAGE ->
        Step.to(state.in(
            new Aside(here.subject(), (here.page() + 1) % pages(here.subject()), here.under())));
      case PICK_1 -> picked(state, here, 0);
      case PICK_2 -> picked(state, here, 1);
      case PICK_3 -> picked(state, here, 2);
      case PICK_4 -> picked(state, here, 3);
      default -> Step.ignored(state);
    };
  }

  private int pages(Aside.Subject subject) {
    return switch (subject) {
      case HELP -> rules.offers().helpPages().size();
      case LANGUAGES -> Math.ceilDiv(rules.offers().languages().size(), Aside.LINES);
    };
  }

  private Step picked(KioskState state, Aside here, int line) {
    List<Language> languages = rules.offers().languages();
    int index = here.page() * Aside.LINES + line;
    return here.subject() == Aside.Subject.LANGUAGES && index < languages.size()
        ? back(state.preferring(state.preferences().in(languages.get(index))), here.under())
        : Step.ignored(state);
  }

  /** A card that has come to lie there meanwhile has to go first. */
  private Step back(KioskState state, Open under) {
    return under instanceof Idle ? leaving.cleared(state) : Step.to(state.in(under));
  }

  Step stillThere(KioskState state, StillThere here, SessionEvent event) {
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
            here.under()
                .lending()
                .map(lending -> borrowing.lending(state.in(lending), lending, event))
                .orElseGet(() -> leaving.end(state, here.under(), Ending.STOPPED));
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
            under -> under instanceof Attended attended
                ? new StillThere(here.id(), attended, here.secondsLeft())
                : under);
      default -> Step.ignored(state);
    };
  }

  /** Whether a card lies there that nobody asked for: a scan does not say whose turn it is. */
  private boolean doubtful(KioskState state, StillThere here) {
    return here.under().lending().isPresent()
        && rules.cardLift() == SessionRules.CardLift.BEFORE_ITEMS
        && state.station().card().occupied();
  }

  /** Takes the overlay away, if what lies under it has something to say to the event. */
  private Step through(KioskState state, Open under, SessionEvent event) {
    Step step = byState.apply(state.in(under), event);
    return step.handled() ? step : Step.ignored(state);
  }

  /** Lets what lies under the overlay have the event, and keeps the overlay on top. */
  private Step beneath(
      KioskState state, Open under, SessionEvent event, Function<Open, SessionState> overlay) {
    Step step = byState.apply(state.in(under), event);
    if (!step.handled()) {
      return Step.ignored(state);
    }
    return step.next().session() instanceof Open still
        ? new Step(step.next().in(overlay.apply(still)), step.effects(), true)
        : step;
  }
}
