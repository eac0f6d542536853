package org.kashidashi.kiosk.screen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kashidashi.kiosk.session.KioskState;
import org.kashidashi.kiosk.session.Line;
import org.kashidashi.kiosk.session.Notice;
import org.kashidashi.kiosk.session.OwnLoan;
import org.kashidashi.kiosk.session.OwnLoan.Fate;
import org.kashidashi.kiosk.session.PutBack;
import org.kashidashi.kiosk.session.SessionState;
import org.kashidashi.kiosk.session.SessionState.Lending;
import org.kashidashi.kiosk.session.SessionState.OwnLoans;
import org.kashidashi.kiosk.session.SessionState.OwnLoans.Heard;
import org.kashidashi.kiosk.session.SessionState.Returning;
import org.kashidashi.sync.circulation.ItemBarcode;

/** States of a patron who looks at what they have on loan, or gives it back. */
final class OwnLoanSamples {
  private static final LocalDate DUE = LocalDate.of(2026, 12, 3);

  private final Lending under;
  private final Function<SessionState, KioskState> around;

  /**
   * @param around a calm kiosk in this state
   */
  OwnLoanSamples(Lending under, Function<SessionState, KioskState> around) {
    this.under = under;
    this.around = around;
  }

  void addTo(Map<String, KioskState> states) {
    states.put("s4-cancelled", cancelled());
    states.put("s4-not-taken-back", notTakenBack());
    states.put("s4-own-hold", ownHold());
    states.put("own-loans", listed(List.of(loan(1, "森のくらし", Fate.OUT), loan(2, "", Fate.OUT))));
    states.put("own-loans-many", listed(fates()));
    for (int page = 1; page * SessionState.Aside.LINES < fates().size(); page++) {
      states.put(
          "own-loans-many-" + (page + 1),
          around.apply(new OwnLoans(under.id(), under, Heard.ANSWERED, fates(), page)));
    }
    states.put("own-loans-none", listed(List.of()));
    states.put(
        "own-loans-asking",
        around.apply(new OwnLoans(under.id(), under, Heard.ASKING, List.of(), 0)));
    states.put(
        "own-loans-not-answered",
        around.apply(new OwnLoans(under.id(), under, Heard.NOT_ANSWERED, List.of(), 0)));
    states.put("returning", returning(List.of(), Set.of()));
    states.put("returning-lines", returning(outcomes(), Set.of(new ItemBarcode("1000000123"))));
  }

  private KioskState cancelled() {
    List<Line> lines = new ArrayList<>(under.visit().lines());
    lines.add(new Line.Cancelled(new ItemBarcode("1000000099"), "世界の昔話"));
    return around.apply(lending(lines, Notice.NONE));
  }

  private KioskState notTakenBack() {
    return around.apply(lending(under.visit().lines(), Notice.NOT_TAKEN_BACK));
  }

  private KioskState ownHold() {
    return around.apply(lending(under.visit().lines(), Notice.OWN_HOLD));
  }

  private Lending lending(List<Line> lines, Notice notice) {
    return new Lending(under.id(), VisitSamples.visitOf(lines), Set.of(), Optional.empty(), notice);
  }

  private KioskState listed(List<OwnLoan> loans) {
    return around.apply(new OwnLoans(under.id(), under, Heard.ANSWERED, loans, 0));
  }

  private KioskState returning(List<PutBack> lines, Set<ItemBarcode> waiting) {
    return around.apply(new Returning(under.id(), under, lines, waiting, Notice.NONE));
  }

  private static List<OwnLoan> fates() {
    List<OwnLoan> loans = new ArrayList<>();
    for (Fate fate : Fate.values()) {
      String title = "世界の昔話 第%d巻 北の国の長い冬と その他の物語".formatted(loans.size() + 1);
      loans.add(loan(loans.size() + 1, title, fate));
    }
    return loans;
  }

  private static List<PutBack> outcomes() {
    List<PutBack> lines = new ArrayList<>();
    for (PutBack.Outcome outcome : PutBack.Outcome.values()) {
      lines.add(
          new PutBack(Optional.empty(), outcome == PutBack.Outcome.TAKEN ? "森のくらし" : "", outcome));
    }
    return lines;
  }

  private static OwnLoan loan(int number, String title, Fate fate) {
    return new OwnLoan(new ItemBarcode("100000%04d".formatted(number)), title, DUE, fate);
  }
}
