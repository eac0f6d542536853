package org.kashidashi.kiosk.screen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.kiosk.session.Line;
import org.kashidashi.kiosk.session.Visit;
import org.kashidashi.sync.circulation.DueDate;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.LoanOut;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.Renewal;

/** Visits that make receipts difficult. */
public final class DifficultVisits {
  static final int LOANS_BEFORE = 3;

  private static final LocalDate DUE = LocalDate.of(2026, 12, 5);

  /** Of every width and script, with marks that combine, and one that nobody knows. */
  private static final List<String> TITLES = List.of(
      "日本の図書館",
      "世界の昔話 第1巻 北の国の長い冬と その他の物語",
      "世界の昔話 第2巻 南の島の 短い夏の物語",
      "ハンカクカナ ノ ホン",
      "A Very Long English Title about Libraries, Kiosks and Receipts",
      "がぎぐげご の れんしゅう",
      "São João e a memória das águas",
      "Truyện cổ tích Việt Nam",
      "한국의 옛이야기",
      "中国民间故事选集",
      "");

  private DifficultVisits() {}

  /** One loan of each kind of title, decided online. */
  public static Visit ofEveryTitle() {
    return of(TITLES, false);
  }

  /** The same from the cache. */
  public static Visit offline() {
    return of(TITLES, true);
  }

  static Visit ofMany(int loans) {
    List<String> titles = new ArrayList<>();
    for (int number = 0; number < loans; number++) {
      titles.add(TITLES.get(number % TITLES.size()));
    }
    return of(titles, false);
  }

  /** What the library system may say of the same patron. */
  static List<LoanOut> loansOut(int loans) {
    List<LoanOut> out = new ArrayList<>();
    for (int number = 0; number < loans; number++) {
      out.add(new LoanOut(
          new ItemBarcode("2%07d".formatted(number)),
          TITLES.get(number % TITLES.size()),
          DUE.minusDays(9),
          false));
    }
    return out;
  }

  static ItemBarcode item(int number) {
    return new ItemBarcode("1%07d".formatted(number));
  }

  private static Visit of(List<String> titles, boolean offline) {
    List<Line> lines = new ArrayList<>();
    for (String title : titles) {
      lines.add(new Line.Lent(item(lines.size()), title, Optional.of(new DueDate(DUE, offline))));
    }
    PatronStanding standing = new PatronStanding(
        new PatronId(VisitSamples.PATRON_NUMBER),
        LocalDate.of(2027, 3, 31),
        Renewal.AUTOMATIC,
        Set.of(),
        LOANS_BEFORE,
        200,
        15,
        Instant.parse("2026-11-20T05:05:00Z"));
    return new Visit(standing, offline, VisitSamples.TODAY, lines);
  }
}
