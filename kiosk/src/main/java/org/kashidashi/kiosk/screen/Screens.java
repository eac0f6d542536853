package org.kashidashi.kiosk.screen;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.screen.Screen.Refused.ErrorSlip;
import org.kashidashi.kiosk.session.AfterCut;
import org.kashidashi.kiosk.session.CardSight;
import org.kashidashi.kiosk.session.ErrorSlips;
import org.kashidashi.kiosk.session.HelpTopic;
import org.kashidashi.kiosk.session.KioskState;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Line;
import org.kashidashi.kiosk.session.Notice;
import org.kashidashi.kiosk.session.Offers;
import org.kashidashi.kiosk.session.SessionRules;
import org.kashidashi.kiosk.session.SessionState;
import org.kashidashi.kiosk.session.SessionState.Attended;
import org.kashidashi.kiosk.session.SessionState.AwaitingCard;
import org.kashidashi.kiosk.session.SessionState.AwaitingLibraryCard;
import org.kashidashi.kiosk.session.SessionState.CardLeft;
import org.kashidashi.kiosk.session.SessionState.ReadingCard;
import org.kashidashi.kiosk.session.SessionState.TakingCard;
import org.kashidashi.kiosk.session.Station;
import org.kashidashi.kiosk.session.Visit;
import org.kashidashi.sync.circulation.PatronStanding;

/** The screen of each state. */
public final class Screens {
  /** From how many days before its end on the patron is told of the card's validity. */
  private static final int EXPIRY_NEAR_DAYS = 30;

  private Screens() {}

  public static Screen of(KioskState state, SessionRules rules) {
    Station station = state.station();
    return switch (state.session()) {
      case SessionState.Idle _ when !station.inviting() -> outOfService(FaultCode.E_305, station);
      case SessionState.Idle _ ->
        new Screen.Idle(
            station.online(),
            station.receipts(),
            station.strangers(),
            Extras.ofIdle(state, rules.offers()));
      case Attended attended -> attended(attended, state, rules);
      case SessionState.Aside aside -> aside(aside, state, rules);
      case ReadingCard here -> new Screen.Reading(here.seconds());
      case SessionState.LookingUp here -> new Screen.LookingUp(here.seconds());
      case TakingCard here -> takingCard(here);
      case SessionState.Finished here ->
        new Screen.Finished(
            lent(entries(here.visit())),
            here.visit().standing().expires(),
            here.receipt(),
            left(rules.lastScreen(here.receipt(), state.preferences()), here.seconds()));
      case SessionState.StillThere here -> stillThere(here);
      case CardLeft here -> cardLeft(here);
      case SessionState.CardLifted _ -> new Screen.CardLifted();
      case SessionState.CutShort here -> cutShort(here, state, rules);
      case SessionState.OutOfService here -> outOfService(here.fault(), station);
    };
  }

  private static Screen outOfService(FaultCode fault, Station station) {
    return new Screen.OutOfService(
        fault, station.card().occupied(), station.upkeep(), station.troubles());
  }

  private static Screen attended(Attended attended, KioskState state, SessionRules rules) {
    Station station = state.station();
    int secondsLeft = quietLeft(state, rules);
    return switch (attended) {
      case AwaitingCard here ->
        new Screen.CardPrompt(
            station.card() == CardSight.PRESENT, notice(here.notice(), station), secondsLeft);
      case AwaitingLibraryCard here ->
        new Screen.LibraryCardPrompt(notice(here.notice(), station), secondsLeft);
      case SessionState.Lending here -> lending(here, state, rules);
      case SessionState.OwnLoans here -> ownLoans(here, state, rules);
      case SessionState.Returning here ->
        new Screen.Returning(
            here.lines(), here.waiting().size(), notice(here.notice(), station), secondsLeft);
      case SessionState.Refused here ->
        new Screen.Refused(
            here.refusal(), station.card().occupied(), slip(here, state, rules), secondsLeft);
    };
  }

  private static ErrorSlip slip(SessionState.Refused here, KioskState state, SessionRules rules) {
    return switch (here.slip()) {
      case NOT_WANTED ->
        ErrorSlips.offered(state, here, rules) ? ErrorSlip.OFFERED : ErrorSlip.NOT_OFFERED;
      case PRINTING -> ErrorSlip.PRINTING;
      case PRINTED -> ErrorSlip.PRINTED;
      case FAILED -> ErrorSlip.FAILED;
    };
  }

  private static Screen aside(SessionState.Aside here, KioskState state, SessionRules rules) {
    int secondsLeft = quietLeft(state, rules);
    return switch (here.subject()) {
      case HELP -> {
        List<HelpTopic> topics = rules.offers().helpPages();
        yield new Screen.Help(
            topics.get(here.page()),
            topics.size() > 1,
            Extras.ofHelp(state, rules.offers()),
            rules.offers().has(Offers.Service.SPEECH),
            secondsLeft);
      }
      case LANGUAGES -> {
        List<Language> languages = rules.offers().languages();
        int from = here.page() * SessionState.Aside.LINES;
        int to = Math.min(from + SessionState.Aside.LINES, languages.size());
        yield new Screen.Languages(
            languages.subList(from, to), languages.size() > SessionState.Aside.LINES, secondsLeft);
      }
    };
  }

  private static Screen lending(SessionState.Lending here, KioskState state, SessionRules rules) {
    Visit visit = here.visit();
    Station station = state.station();
    return new Screen.Lending(
        account(visit),
        entries(visit),
        here.waiting().size(),
        visit.offline() || !station.online(),
        notice(here.notice(), station),
        ways(here, station),
        Extras.ofLending(
            state,
            rules.offers(),
            visit.lastLent().isPresent() && here.waiting().isEmpty()),
        quietLeft(state, rules));
  }

  private static Screen ownLoans(SessionState.OwnLoans here, KioskState state, SessionRules rules) {
    int from = here.page() * SessionState.Aside.LINES;
    int to = Math.min(from + SessionState.Aside.LINES, here.loans().size());
    return new Screen.OwnLoans(
        here.heard(),
        here.loans().subList(from, to),
        rules.offers().has(Offers.Service.LOAN_TITLES),
        here.loans().size() > SessionState.Aside.LINES,
        quietLeft(state, rules));
  }

  private static Screen.Lending.Ways ways(SessionState.Lending here, Station station) {
    if (here.ending().isPresent()) {
      return Screen.Lending.Ways.ENDING;
    }
    if (here.visit().lent().isEmpty()) {
      return Screen.Lending.Ways.STOP;
    }
    return station.receipts() ? Screen.Lending.Ways.RECEIPT_OR_NOT : Screen.Lending.Ways.FINISH;
  }

  private static Screen stillThere(SessionState.StillThere here) {
    return here.under()
        .lending()
        .map(lending ->
            new Screen.StillThere(here.secondsLeft(), lending.visit().lent().size(), true))
        .orElseGet(() -> new Screen.StillThere(here.secondsLeft(), 0, false));
  }

  private static Screen takingCard(TakingCard here) {
    return here.seconds() >= CardLeft.LOCKED_SECONDS
        ? new Screen.CardLeft(here.seconds(), false, true)
        : new Screen.TakeCard(
            Optional.of(masked(here.visit())), here.seconds() >= CardLeft.REMINDED_SECONDS);
  }

  private static Screen cardLeft(CardLeft here) {
    boolean locked = here.seconds() >= CardLeft.LOCKED_SECONDS;
    return locked || here.alsoAnother()
        ? new Screen.CardLeft(here.seconds(), here.alsoAnother(), locked)
        : new Screen.TakeCard(Optional.empty(), here.seconds() >= CardLeft.REMINDED_SECONDS);
  }

  private static Account account(Visit visit) {
    PatronStanding standing = visit.standing();
    int lentNow = visit.lent().size();
    return new Account(
        masked(visit),
        standing.expires(),
        endsSoon(standing.expires(), visit.today())
            ? Optional.of(standing.renewal())
            : Optional.empty(),
        lentNow,
        standing.loansOut(),
        Math.max(0, standing.loanLimit() - standing.loansOut() - lentNow));
  }

  private static boolean endsSoon(LocalDate expires, LocalDate today) {
    return !expires.isAfter(today.plusDays(EXPIRY_NEAR_DAYS));
  }

  private static String masked(Visit visit) {
    return visit.standing().patron().masked();
  }

  private static Screen cutShort(SessionState.CutShort here, KioskState state, SessionRules rules) {
    return new Screen.CutShort(
        withoutTitles(here.visit().lent()),
        here.listed(),
        here.slip(),
        AfterCut.offersRecord(state, here),
        Extras.ofCutShort(state, rules.offers()),
        Math.max(0, SessionState.CutShort.LIMIT_SECONDS - here.seconds()));
  }

  /** Anybody may stand there after a power cut: enough to find the item by, and no more. */
  private static List<Entry.Lent> withoutTitles(List<Line.Lent> lines) {
    List<Entry.Lent> entries = new ArrayList<>();
    for (Line.Lent line : lines) {
      String item = line.item().number();
      String end = "…" + item.substring(Math.max(0, item.length() - 4));
      entries.add(new Entry.Lent(entries.size() + 1, end, line.due()));
    }
    return entries;
  }

  private static List<Entry> entries(Visit visit) {
    return entries(visit.lines());
  }

  private static List<Entry> entries(List<? extends Line> lines) {
    List<Entry> entries = new ArrayList<>();
    for (Line line : lines) {
      int number = entries.size() + 1;
      entries.add(
          switch (line) {
            case Line.Lent(var _, var title, var due) -> new Entry.Lent(number, title, due);
            case Line.Cancelled(var _, var title) -> new Entry.Cancelled(number, title);
            case Line.NotLent(var refusal) -> new Entry.NotLent(number, refusal);
          });
    }
    return entries;
  }

  private static List<Entry.Lent> lent(List<Entry> entries) {
    return entries.stream()
        .filter(Entry.Lent.class::isInstance)
        .map(Entry.Lent.class::cast)
        .toList();
  }

  /** A scanner that is gone explains more than the last press. */
  private static Notice notice(Notice notice, Station station) {
    if (!station.scanner()) {
      return Notice.SCANNER_LOST;
    }
    return notice == Notice.NONE && station.calling() ? Notice.STAFF_CALLED : notice;
  }

  private static int quietLeft(KioskState state, SessionRules rules) {
    return left(rules.idle(state.preferences()), state.quietSeconds());
  }

  private static int left(Duration limit, int seconds) {
    return Math.max(0, (int) limit.toSeconds() - seconds);
  }
}
