package org.kashidashi.kiosk.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.kashidashi.kiosk.session.Effect.Cue;
import org.kashidashi.kiosk.session.OwnLoan.Fate;
import org.kashidashi.kiosk.session.SessionEvent.ActionChosen;
import org.kashidashi.kiosk.session.SessionEvent.CodeScanned;
import org.kashidashi.kiosk.session.SessionEvent.GivingBackAnswered;
import org.kashidashi.kiosk.session.SessionEvent.LoansListed;
import org.kashidashi.kiosk.session.SessionEvent.RenewalAnswered;
import org.kashidashi.kiosk.session.SessionEvent.ScanFailed;
import org.kashidashi.kiosk.session.SessionState.Aside;
import org.kashidashi.kiosk.session.SessionState.Lending;
import org.kashidashi.kiosk.session.SessionState.OwnLoans;
import org.kashidashi.kiosk.session.SessionState.OwnLoans.Heard;
import org.kashidashi.kiosk.session.SessionState.Returning;
import org.kashidashi.sync.circulation.GivingBack;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.LoanOut;
import org.kashidashi.sync.circulation.LoanRenewal;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.barcode.BarcodeMeaning;
import org.kashidashi.sync.circulation.barcode.BarcodeMeaning.LibraryItem;

/** What a known patron does with what they have already: looks at it, prolongs it, gives it back. */
final class OwnShelf {
  /** Whoever brings back more goes to the counter. */
  private static final int LINES_MAXIMUM = 100;

  private final SessionRules rules;
  private final BiFunction<KioskState, SessionEvent, Step> byState;

  /**
   * @param byState asks the state beneath
   */
  OwnShelf(SessionRules rules, BiFunction<KioskState, SessionEvent, Step> byState) {
    this.rules = rules;
    this.byState = byState;
  }

  Step open(KioskState state, Lending here) {
    if (!rules.offers().has(Offers.Service.OWN_LOANS) || busy(here)) {
      return Step.ignored(state);
    }
    return Step.to(
        state.in(new OwnLoans(here.id(), here, Heard.ASKING, List.of(), 0)),
        new Effect.ListLoans(here.id(), patron(here)),
        new Effect.Note(new Occurrence.OwnLoansShown(here.id())));
  }

  Step giveBack(KioskState state, Lending here) {
    if (!rules.offers().has(Offers.Service.RETURN) || busy(here)) {
      return Step.ignored(state);
    }
    return Step.to(state.in(new Returning(here.id(), here, List.of(), Set.of(), Notice.NONE)));
  }

  Step ownLoans(KioskState state, OwnLoans here, SessionEvent event) {
    return switch (event) {
      case LoansListed(var _, Optional<List<LoanOut>> loans) ->
        Step.to(state.in(loans
            .map(known -> listed(here, shown(here, known)))
            .orElseGet(
                () -> new OwnLoans(here.id(), here.under(), Heard.NOT_ANSWERED, List.of(), 0))));
      case RenewalAnswered(var _, ItemBarcode item, Optional<LoanRenewal> answer) ->
        renewed(state, here, item, answer);
      case ActionChosen(Action action) -> chosen(state, here, action);
      case CodeScanned(LibraryItem(ItemBarcode item))
      when index(here, item).isPresent() -> renew(state, here, index(here, item).get());
      // What was asked is answered first, so that no loan is prolonged behind the patron's back.
      case CodeScanned _, ScanFailed _
      when asking(here) -> Step.to(state, new Effect.Sound(Cue.ATTENTION));
      // Whoever scans something else has gone on to borrowing.
      case CodeScanned _, ScanFailed _, SessionEvent.ScannerSeen _ ->
        byState.apply(state.in(here.under()), event);
      default -> Step.ignored(state);
    };
  }

  /** Without what was taken back a moment ago, which the library system may not have heard of. */
  private static List<OwnLoan> shown(OwnLoans here, List<LoanOut> known) {
    return known.stream()
        .filter(loan -> !here.under().visit().takenBack().contains(loan.item()))
        .map(OwnLoan::of)
        .toList();
  }

  private Step chosen(KioskState state, OwnLoans here, Action action) {
    int from = here.page() * Aside.LINES;
    return switch (action) {
      case CLOSE_HELP -> asking(here) ? Step.to(state) : Step.to(state.in(here.under()));
      case NEXT_PAGE -> {
        int pages = Math.max(1, Math.ceilDiv(here.loans().size(), Aside.LINES));
        yield Step.to(state.in(new OwnLoans(
            here.id(), here.under(), here.heard(), here.loans(), (here.page() + 1) % pages)));
      }
      case PICK_1 -> renew(state, here, from);
      case PICK_2 -> renew(state, here, from + 1);
      case PICK_3 -> renew(state, here, from + 2);
      case PICK_4 -> renew(state, here, from + 3);
      default -> Step.ignored(state);
    };
  }

  private static boolean asking(OwnLoans here) {
    return here.loans().stream().anyMatch(loan -> loan.fate() == Fate.ASKING);
  }

  private static Step renew(KioskState state, OwnLoans here, int index) {
    if (index >= here.loans().size()) {
      return Step.ignored(state);
    }
    OwnLoan loan = here.loans().get(index);
    boolean askable = loan.fate() == Fate.OUT || loan.fate() == Fate.NOT_ANSWERED;
    if (!askable) {
      return Step.to(state, new Effect.Sound(Cue.ATTENTION));
    }
    return Step.to(
        state.in(changed(here, loan.item(), one -> one.with(Fate.ASKING))),
        new Effect.RenewLoan(here.id(), patron(here.under()), loan.item()));
  }

  private static Step renewed(
      KioskState state, OwnLoans here, ItemBarcode item, Optional<LoanRenewal> answer) {
    Optional<Integer> index = index(here, item);
    if (index.isEmpty()) {
      return Step.ignored(state);
    }
    OwnLoan after = answer
        .map(here.loans().get(index.get())::after)
        .orElseGet(() -> here.loans().get(index.get()).with(Fate.NOT_ANSWERED));
    return Step.to(
        state.in(changed(here, item, _ -> after)),
        new Effect.Sound(after.fate() == Fate.RENEWED ? Cue.LENT : Cue.ATTENTION),
        new Effect.Note(new Occurrence.RenewalWished(here.id(), after.fate())));
  }

  Step returning(KioskState state, Returning here, SessionEvent event) {
    return switch (event) {
      case CodeScanned(LibraryItem(ItemBarcode item)) -> putBack(state, here, item);
      case CodeScanned(BarcodeMeaning.LibraryCard _) ->
        byState.apply(state.in(here.under()), event);
      case CodeScanned _, ScanFailed _ ->
        Step.to(
            state.in(adding(
                here, here.waiting(), new PutBack(Optional.empty(), "", PutBack.Outcome.NO_ITEM))),
            new Effect.Sound(Cue.ATTENTION));
      case GivingBackAnswered(var _, ItemBarcode item, Optional<GivingBack> answer) ->
        putBackAnswered(state, here, item, answer);
      case ActionChosen(Action action)
      when action == Action.CLOSE_HELP && here.waiting().isEmpty() ->
        Step.to(state.in(here.under()));
      case SessionEvent.ScannerSeen(boolean there) ->
        Step.to(state.in(new Returning(
            here.id(),
            here.under(),
            here.lines(),
            here.waiting(),
            there ? Notice.NONE : Notice.SCANNER_LOST)));
      default -> Step.ignored(state);
    };
  }

  private static Step putBack(KioskState state, Returning here, ItemBarcode item) {
    if (here.waiting().contains(item) || taken(here, item)) {
      return Step.to(state, new Effect.Sound(Cue.ATTENTION));
    }
    boolean justLent =
        here.under().visit().lent().stream().anyMatch(line -> line.item().equals(item));
    if (justLent) {
      PutBack line = new PutBack(Optional.of(item), "", PutBack.Outcome.JUST_LENT);
      return Step.to(state.in(adding(here, here.waiting(), line)), new Effect.Sound(Cue.ATTENTION));
    }
    if (here.lines().size() + here.waiting().size() >= LINES_MAXIMUM) {
      Returning full =
          new Returning(here.id(), here.under(), here.lines(), here.waiting(), Notice.ENOUGH_ITEMS);
      return Step.to(state.in(full), new Effect.Sound(Cue.ATTENTION));
    }
    Set<ItemBarcode> waiting = new HashSet<>(here.waiting());
    waiting.add(item);
    return Step.to(
        state.in(new Returning(here.id(), here.under(), here.lines(), waiting, Notice.NONE)),
        new Effect.GiveBack(here.id(), patron(here.under()), item));
  }

  private static boolean taken(Returning here, ItemBarcode item) {
    return here.lines().stream()
        .anyMatch(line ->
            line.outcome() == PutBack.Outcome.TAKEN && line.item().equals(Optional.of(item)));
  }

  private static Step putBackAnswered(
      KioskState state, Returning here, ItemBarcode item, Optional<GivingBack> answer) {
    if (!here.waiting().contains(item)) {
      return Step.ignored(state);
    }
    Set<ItemBarcode> waiting = new HashSet<>(here.waiting());
    waiting.remove(item);
    PutBack line = line(item, answer);
    boolean taken = line.outcome() == PutBack.Outcome.TAKEN;
    return Step.to(
        state.in(adding(here, waiting, line)),
        new Effect.Sound(taken ? Cue.LENT : Cue.ATTENTION),
        new Effect.Note(new Occurrence.ItemPutBack(here.id(), line.outcome())));
  }

  private static PutBack line(ItemBarcode item, Optional<GivingBack> answer) {
    Optional<ItemBarcode> known = Optional.of(item);
    return answer
        .map(given -> switch (given) {
          case GivingBack.Taken(String title) -> new PutBack(known, title, PutBack.Outcome.TAKEN);
          case GivingBack.NotOnLoan _ -> new PutBack(known, "", PutBack.Outcome.NOT_ON_LOAN);
        })
        .orElseGet(() -> new PutBack(known, "", PutBack.Outcome.NOT_ANSWERED));
  }

  private static Returning adding(Returning here, Set<ItemBarcode> waiting, PutBack line) {
    List<PutBack> lines = new ArrayList<>(here.lines());
    lines.add(line);
    if (lines.size() > LINES_MAXIMUM) {
      lines.removeFirst();
    }
    return new Returning(here.id(), here.under(), lines, waiting, Notice.NONE);
  }

  /** What was scanned before is answered first. */
  private static boolean busy(Lending here) {
    return !here.waiting().isEmpty() || here.ending().isPresent();
  }

  private static PatronId patron(Lending here) {
    return here.visit().standing().patron();
  }

  private static OwnLoans listed(OwnLoans here, List<OwnLoan> loans) {
    return new OwnLoans(here.id(), here.under(), Heard.ANSWERED, loans, here.page());
  }

  private static OwnLoans changed(OwnLoans here, ItemBarcode item, UnaryOperator<OwnLoan> change) {
    return listed(
        here,
        here.loans().stream()
            .map(loan -> loan.item().equals(item) ? change.apply(loan) : loan)
            .toList());
  }

  private static Optional<Integer> index(OwnLoans here, ItemBarcode item) {
    List<ItemBarcode> items = here.loans().stream().map(OwnLoan::item).toList();
    int index = items.indexOf(item);
    return index < 0 ? Optional.empty() : Optional.of(index);
  }
}
