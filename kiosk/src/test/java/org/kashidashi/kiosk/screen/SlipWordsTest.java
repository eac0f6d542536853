package org.kashidashi.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.hal.printer.Slip;
import org.kashidashi.kiosk.Golden;
import org.kashidashi.kiosk.screen.view.CellTypesetting;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.RefusalCode;
import org.kashidashi.kiosk.session.Visit;
import org.kashidashi.sync.circulation.LoanOut;

final class SlipWordsTest {
  static final List<String> HOSTILE = HostileTitles.ALL;

  private static final int NARROW = 32;
  private static final int WIDE = 48;
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 20, 14, 5);
  private static final OtherLoans NONE = new OtherLoans.NotWanted();
  private static final Pattern DUE_AT_THE_END = Pattern.compile("返却日 [01][0-9]/[0-3][0-9]$");

  private final Typesetting typesetting = new CellTypesetting();

  @ParameterizedTest
  @EnumSource(Language.class)
  void readsAsBefore(Language language) {
    for (int columns : new int[] {NARROW, WIDE}) {
      List<String> all = new ArrayList<>();
      all.addAll(receipt(columns, DifficultVisits.ofEveryTitle(), language));
      all.add("=".repeat(columns));
      all.addAll(receipt(columns, DifficultVisits.offline(), language));
      all.add("=".repeat(columns));
      all.addAll(without(columns).receipt(VisitSamples.withoutDates(), NONE, language));
      all.add("=".repeat(columns));
      all.addAll(words(columns).receipt(VisitSamples.threeScans(), known(3), language));
      all.add("=".repeat(columns));
      all.addAll(
          words(columns).receipt(VisitSamples.threeScans(), new OtherLoans.Unknown(), language));
      check("receipt-%s-%d.txt".formatted(language.tag(), columns), all);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void tellsTheCounterWhyWithoutSayingWhom(Language language) {
    for (int columns : new int[] {NARROW, WIDE}) {
      List<String> all = new ArrayList<>();
      for (RefusalCode code : List.of(RefusalCode.E_101, RefusalCode.E_103)) {
        all.addAll(words(columns).refusal(VisitSamples.refusal(code), language));
        all.add("=".repeat(columns));
      }
      check("error-%s-%d.txt".formatted(language.tag(), columns), all);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void recordsWhatWasLentWithoutSayingToWhom(Language language) {
    for (int columns : new int[] {NARROW, WIDE}) {
      List<String> lines = words(columns).record(VisitSamples.cut(), language);

      check("record-%s-%d.txt".formatted(language.tag(), columns), lines);
      assertFalse(String.join("", lines).contains("*"), "a masked number is a number, too");
    }
  }

  @ParameterizedTest
  @EnumSource(RefusalCode.class)
  void keepsEveryRefusalOnThePaper(RefusalCode code) {
    for (Language language : Language.values()) {
      List<String> lines = words(24).refusal(VisitSamples.refusal(code), language);
      lines.forEach(line -> assertTrue(typesetting.columns(line) <= 24, line));
      assertTrue(lines.stream().anyMatch(line -> line.contains(code.code())), lines.toString());
    }
  }

  private static void check(String name, List<String> lines) {
    String text = String.join("\n", lines) + "\n";
    Golden.file("slip/" + name).check(text);
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void keepsEveryLineOnThePaper(String title) {
    for (int columns : new int[] {24, NARROW, WIDE}) {
      for (String line : receipt(columns, VisitSamples.borrowing(title), Language.JAPANESE)) {
        assertTrue(typesetting.columns(line) <= columns, line);
        assertFalse(line.chars().anyMatch(Character::isISOControl), line);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 11, 30, 40, 41, 100})
  void alignsEveryDateHoweverManyLoans(int loans) {
    for (int columns : new int[] {24, NARROW, WIDE}) {
      OtherLoans others = new OtherLoans.Known(DifficultVisits.loansOut(loans));
      List<String> lines =
          words(columns).receipt(DifficultVisits.ofMany(loans), others, Language.JAPANESE);
      List<String> dated =
          lines.stream().filter(line -> DUE_AT_THE_END.matcher(line).find()).toList();

      assertEquals(loans + Math.min(loans, 60), dated.size());
      dated.forEach(line -> assertEquals(columns, typesetting.columns(line), line));
      lines.forEach(line -> assertTrue(typesetting.columns(line) <= columns, line));
      assertTrue(lines.size() <= Slip.MAXIMUM_LINES, "%d lines".formatted(lines.size()));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void keepsTheValidityDateInOneRow(Language language) {
    String expires = new Catalogue().of(language).dashed(LocalDate.of(2027, 3, 31));
    assertTrue(
        receipt(NARROW, VisitSamples.threeScans(), language).stream()
            .anyMatch(line -> line.endsWith(expires)),
        language.tag());
  }

  @Test
  void tellsLongTitlesOfOneSeriesApart() {
    String all =
        String.join("\n", receipt(NARROW, DifficultVisits.ofEveryTitle(), Language.JAPANESE));
    assertTrue(all.contains("第1巻"), all);
    assertTrue(all.contains("第2巻"), all);
  }

  @Test
  void showsNoFullNumber() {
    String all = String.join("\n", receipt(WIDE, VisitSamples.threeScans(), Language.JAPANESE));
    assertFalse(all.contains(VisitSamples.PATRON_NUMBER));
    assertTrue(all.contains("****123"));
  }

  @Test
  void printsNoDateFromUntrustedClock() {
    String all = String.join(
        "\n", without(WIDE).receipt(VisitSamples.withoutDates(), NONE, Language.JAPANESE));
    assertFalse(all.contains("2026-11-20"));
    assertFalse(all.contains("12/05"));
    assertTrue(all.contains("返却日は カウンターで\nご確認ください"));
  }

  @Test
  void leavesOutWhatTheSiteDoesNotHave() {
    Site bare = new Site("貸出市立図書館", "1号機", "カウンター", "", "", "", "0120-95-0178");
    String all = String.join(
        "\n",
        new SlipWords(
                new Catalogue(), bare, new Paper(typesetting, WIDE, true), () -> Optional.of(NOW))
            .receipt(VisitSamples.threeScans(), NONE, Language.JAPANESE));
    assertFalse(all.contains("電話"));
    assertFalse(all.contains("延長"));
  }

  @Test
  void numbersTheLoansWhereTitlesAreNotWanted() {
    Paper discreet = new Paper(typesetting, NARROW, false);
    List<String> lines = new SlipWords(
            new Catalogue(), SampleStates.SITE, discreet, () -> Optional.of(NOW))
        .receipt(VisitSamples.threeScans(), known(2), Language.JAPANESE);
    String all = String.join("\n", lines);
    assertFalse(all.contains("日本の図書館"), all);
    assertFalse(all.contains("世界の昔話"), all);
    assertTrue(lines.contains(" 1                  返却日 12/05"), all);
    assertTrue(lines.contains(" 2                  返却日 12/05"), all);
  }

  @Test
  void listsOtherLoansWithoutThoseOfTodayAndThoseGivenBack() {
    Visit today = DifficultVisits.ofMany(2);
    List<LoanOut> told = new ArrayList<>(DifficultVisits.loansOut(DifficultVisits.LOANS_BEFORE));
    LocalDate due = LocalDate.of(2026, 12, 5);
    told.add(new LoanOut(DifficultVisits.item(0), "日本の図書館", due, false));
    told.add(new LoanOut(DifficultVisits.item(7), "やさしい料理", due, true));
    List<String> lines = words(WIDE).receipt(today, new OtherLoans.Known(told), Language.JAPANESE);
    assertTrue(lines.contains("ほかに借りている本 3点"), String.join("\n", lines));
    assertTrue(lines.contains("借りている本 全部で5点"), String.join("\n", lines));
  }

  /** Loans that wait in the outbox are known to the kiosk alone. */
  @Test
  void pointsToTheWholeListWhereTheLibrarySystemKnowsFewer() {
    List<String> lines =
        words(WIDE).receipt(DifficultVisits.ofMany(2), known(1), Language.JAPANESE);
    assertTrue(lines.contains("ほかに借りている本 1点"), String.join("\n", lines));
    assertTrue(lines.contains("借りている本 5点"), String.join("\n", lines));
    assertTrue(lines.contains("(一覧は利用者のページ)"), String.join("\n", lines));
  }

  @Test
  void refusesPaperThatIsNoReceipt() {
    assertThrows(IllegalArgumentException.class, () -> new Paper(typesetting, 23, true));
    assertThrows(IllegalArgumentException.class, () -> new Paper(typesetting, 81, true));
  }

  private static OtherLoans known(int loans) {
    return new OtherLoans.Known(DifficultVisits.loansOut(loans));
  }

  private List<String> receipt(int columns, Visit visit, Language language) {
    return words(columns).receipt(visit, NONE, language);
  }

  private SlipWords words(int columns) {
    return new SlipWords(
        new Catalogue(),
        SampleStates.SITE,
        new Paper(typesetting, columns, true),
        () -> Optional.of(NOW));
  }

  /** Of a kiosk whose clock cannot be trusted. */
  private SlipWords without(int columns) {
    return new SlipWords(
        new Catalogue(), SampleStates.SITE, new Paper(typesetting, columns, true), Optional::empty);
  }
}
