package org.kashidashi.kiosk.screen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.kashidashi.kiosk.session.CutVisit;
import org.kashidashi.kiosk.session.Line;
import org.kashidashi.kiosk.session.Refusal;
import org.kashidashi.kiosk.session.RefusalCode;
import org.kashidashi.kiosk.session.Visit;
import org.kashidashi.sync.circulation.Block;
import org.kashidashi.sync.circulation.DueDate;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.Renewal;

/** Invented visits and refusals, for whoever needs one to show. */
public final class VisitSamples {
  public static final String PATRON_NUMBER = "9990000123";
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final ItemBarcode ITEM = new ItemBarcode("1000000016");
  static final LocalDate FAR = LocalDate.of(2027, 3, 31);
  static final LocalDate NEAR = LocalDate.of(2026, 12, 9);
  static final Optional<DueDate> DUE = Optional.of(new DueDate(LocalDate.of(2026, 12, 5), false));
  static final Optional<DueDate> LATER =
      Optional.of(new DueDate(LocalDate.of(2026, 12, 12), false));
  private static final Optional<DueDate> PROVISIONAL =
      Optional.of(new DueDate(LocalDate.of(2026, 12, 5), true));

  private VisitSamples() {}

  /** What a session had lent when the power was cut. */
  public static CutVisit cut() {
    return new CutVisit(
        "7-7",
        Optional.of(TODAY.atTime(14, 5)),
        List.of(
            new Line.Lent(ITEM, "日本の図書館", DUE),
            new Line.Lent(ITEM, "", PROVISIONAL),
            new Line.Lent(ITEM, "やさしい料理", Optional.empty())));
  }

  /** A visit of one loan with this title. */
  public static Visit borrowing(String title) {
    return visitOf(List.of(lent(title, DUE)));
  }

  /** A visit of three scans: two loans, one refusal. */
  public static Visit threeScans() {
    return visitOf(threeLines());
  }

  /** A visit decided from the kiosk's cache. */
  public static Visit offline() {
    return new Visit(
        standing(FAR, Renewal.AUTOMATIC),
        true,
        TODAY,
        List.of(lent("日本の図書館", PROVISIONAL), lent("", PROVISIONAL)));
  }

  /** Two loans with a date of their own each. */
  static Visit severalDates() {
    return visitOf(List.of(lent("日本の図書館", LATER), lent("やさしい料理", DUE)));
  }

  /** A visit whose clock cannot be trusted. */
  public static Visit withoutDates() {
    return visitOf(List.of(untimed()));
  }

  /** The refusal with the fact that its text names. */
  public static Refusal refusal(RefusalCode code) {
    return switch (code) {
      case E_103 -> Refusal.of(code, LocalDate.of(2026, 10, 31));
      case E_207 -> Refusal.of(code, LocalDate.of(2026, 12, 3));
      case E_124 -> new Refusal.ByRule(code, Optional.empty(), OptionalInt.of(10));
      default -> Refusal.of(code);
    };
  }

  static List<Line> threeLines() {
    return List.of(
        lent("日本の図書館", DUE), lent("やさしい料理", DUE), new Line.NotLent(Refusal.of(RefusalCode.E_205)));
  }

  static List<Line> manyLines() {
    List<Line> lines = new ArrayList<>();
    for (int number = 1; number <= 12; number++) {
      lines.add(lent("世界の昔話 第%d巻 北の国の長い冬と その他の物語".formatted(number), DUE));
    }
    return lines;
  }

  static List<Line> itemRefusals() {
    List<Line> lines = new ArrayList<>();
    for (RefusalCode code : RefusalCode.values()) {
      if (code.ways().isEmpty()) {
        lines.add(new Line.NotLent(refusal(code)));
      }
    }
    return lines;
  }

  static List<Line> latestRefusals() {
    return List.of(
        lent("日本の図書館", DUE),
        new Line.NotLent(refusal(RefusalCode.E_202)),
        new Line.NotLent(refusal(RefusalCode.E_124)));
  }

  private static Line lent(String title, Optional<DueDate> due) {
    return new Line.Lent(ITEM, title, due);
  }

  static Line untimed() {
    return lent("やさしい料理", Optional.empty());
  }

  static Visit visitOf(List<Line> lines) {
    return new Visit(standing(FAR, Renewal.AUTOMATIC), false, TODAY, lines);
  }

  static Visit visit(LocalDate expires, Renewal renewal) {
    return new Visit(standing(expires, renewal), false, TODAY, List.of());
  }

  private static PatronStanding standing(LocalDate expires, Renewal renewal) {
    return new PatronStanding(
        new PatronId(PATRON_NUMBER),
        expires,
        renewal,
        Set.<Block>of(),
        3,
        30,
        15,
        Instant.parse("2026-11-20T05:05:00Z"));
  }
}
