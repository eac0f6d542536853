package org.kashidashi.kiosk.screen.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.kiosk.Golden;
import org.kashidashi.kiosk.screen.Account;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.Choice;
import org.kashidashi.kiosk.screen.Entry;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Screens;
import org.kashidashi.kiosk.screen.Site;
import org.kashidashi.kiosk.screen.Spoken;
import org.kashidashi.kiosk.screen.VisitSamples;
import org.kashidashi.kiosk.session.KioskState;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Notice;
import org.kashidashi.sync.circulation.DueDate;

/** What every screen says in every language, as text. */
final class SpeechScriptTest {
  private static final Pattern FOR_THE_EYE = Pattern.compile("[*#█░\\[\\]|\u0000-\u0009]| {2}|〓");
  private static final Pattern KANJI = Pattern.compile("\\p{IsHan}");
  private static final LocalDate DAY = LocalDate.of(2026, 12, 5);

  private final SpeechScript script = new SpeechScript(new Catalogue(), SampleStates.SITE);

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysEveryScreenAsReviewed(Language language) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, KioskState> sample : SampleStates.all().entrySet()) {
      List<Spoken> whole = script.whole(screen(sample.getValue()), language, false);
      text.append("== ").append(sample.getKey()).append('\n').append(text(whole, language));
    }
    Golden.file("speech/" + language.tag() + ".txt").check(text.toString());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysNothingThatOnlyAnEyeCanRead(Language language) {
    for (Map.Entry<String, KioskState> sample : SampleStates.all().entrySet()) {
      for (Spoken spoken : script.whole(screen(sample.getValue()), language, true)) {
        assertFalse(spoken.text().isBlank(), sample.getKey());
        assertFalse(FOR_THE_EYE.matcher(spoken.text()).find(), spoken.text());
        assertFalse(spoken.text().contains(VisitSamples.PATRON_NUMBER), sample.getKey());
      }
    }
  }

  /** Whatever the library is called and a book's title is not ours to write in kana. */
  @Test
  void saysJapaneseInKana() {
    SpeechScript nameless =
        new SpeechScript(new Catalogue(), new Site("としょかん", "1", "カウンター", "099", "", "", "099"));
    SampleStates.all().forEach((name, state) -> {
      boolean titles =
          Stream.of("s4", "s5", "own", "returning", "e-306").anyMatch(name::startsWith);
      if (!titles) {
        for (Spoken spoken : nameless.whole(screen(state), Language.JAPANESE, true)) {
          boolean japanese =
              spoken.language() == Language.JAPANESE || spoken.language() == Language.EASY_JAPANESE;
          assertFalse(
              japanese && KANJI.matcher(spoken.text()).find(), () -> name + ": " + spoken.text());
        }
      }
    });
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysNumbersAndDatesAsWords(Language language) {
    String text = whole(lending(List.of(lent(1, "Title"))), language);
    assertTrue(text.contains("1 2 3"), text);
    assertFalse(text.contains("2027-03-31") || text.contains("31/03"), text);
    assertTrue(text.contains("2027"), text);
  }

  @Test
  void spellsCodesAndTelephoneNumbers() {
    String refusal = whole(screen("e-101"), Language.ENGLISH);
    assertTrue(refusal.startsWith("This card is not linked yet, E 1 0 1."), refusal);
    String help = whole(screen("help"), Language.ENGLISH);
    assertTrue(help.contains("0 9 9"), help);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysTheNewestScanAndNothingElseOfTheList(Language language) {
    Screen.Lending before = lending(List.of(lent(1, "Oldest")));
    Screen.Lending now = lending(List.of(lent(1, "Oldest"), lent(2, "Newest")));

    List<Spoken> said = script.change(before, now, language);

    assertEquals(1, said.size());
    assertTrue(said.getFirst().text().contains("Newest"), said.getFirst().text());
    assertFalse(said.getFirst().text().contains("Oldest"), said.getFirst().text());
    assertEquals(1, said.getFirst().text().lines().count(), said.getFirst().text());
  }

  @Test
  void saysTheButtonsThatTheFirstLoanBrings() {
    Screen.Lending before = lending(List.of(), Screen.Lending.Ways.STOP);
    Screen.Lending now = lending(List.of(lent(1, "First")));

    String said = script.change(before, now, Language.ENGLISH).getFirst().text();

    assertTrue(said.contains("First") && said.contains("1, Finish with receipt."), said);
  }

  @Test
  void saysTheFourLanguagesInTheirOwnVoices() {
    Screen languages = screen("languages");
    List<Spoken> said = script.whole(languages, Language.ENGLISH, false);
    assertEquals(
        List.of(
            Language.ENGLISH,
            Language.JAPANESE,
            Language.EASY_JAPANESE,
            Language.ENGLISH,
            Language.SIMPLIFIED_CHINESE,
            Language.ENGLISH),
        said.stream().map(Spoken::language).toList());
    assertTrue(said.get(1).text().contains("にほんご"), said.get(1).text());
  }

  @Test
  void countsOnlyAtThirtyTwentyAndTen() {
    List<Integer> said = Stream.iterate(60, second -> second - 1)
        .limit(60)
        .filter(second -> !script
            .countdown(new Screen.StillThere(second, 0, true), Language.ENGLISH)
            .isEmpty())
        .toList();
    assertEquals(List.of(30, 20, 10), said);
    assertEquals(
        "20 seconds left.\n1, Continue.\n2, Finish.",
        script
            .countdown(new Screen.StillThere(20, 0, true), Language.ENGLISH)
            .getFirst()
            .text());
  }

  @Test
  void countdownOfLendingIsLeftToTheWarning() {
    assertTrue(script.countdown(lending(List.of()), Language.ENGLISH).isEmpty());
  }

  @Test
  void saysSevenButtonsAtMost() {
    List<Choice> many = List.of(
        Choice.LARGE_TEXT,
        Choice.HIGH_CONTRAST,
        Choice.LANGUAGES,
        Choice.PRACTICE,
        Choice.CALL_STAFF,
        Choice.HELP,
        Choice.MORE);
    String said = whole(new Screen.Idle(true, true, false, many), Language.ENGLISH);
    assertTrue(said.contains("7, Help."), said);
    assertFalse(said.contains("8, More"), said);
    assertTrue(said.contains("8, Stop reading aloud."), said);
  }

  @Test
  void hostileTitlesStayShortAndHarmless() {
    String hostile = "\u001b[31m\u0000 $(x) [[x]] <b>" + "長".repeat(3_000);
    String said = whole(lending(List.of(lent(1, hostile))), Language.JAPANESE);
    assertTrue(said.length() < 4_000, said.length() + " characters");
    assertFalse(FOR_THE_EYE.matcher(said).find(), said);
    assertTrue(said.contains("レシート"), "the buttons are said, whatever the list says");
  }

  @Test
  void longListLeavesTheButtonsToBeHeard() {
    List<Entry> entries = Stream.iterate(1, number -> number + 1)
        .limit(100)
        .<Entry>map(number -> lent(number, "A book with a title of forty characters"))
        .toList();
    String said = whole(lending(entries), Language.ENGLISH);
    assertTrue(said.length() < 2_500, said.length() + " characters");
    assertTrue(said.contains("100 OK, A book"), "the newest comes first");
    assertTrue(said.contains("1, Finish with receipt."));
  }

  private String whole(Screen screen, Language language) {
    return script.whole(screen, language, false).stream()
        .map(Spoken::text)
        .collect(Collectors.joining("\n"));
  }

  private static Screen screen(KioskState state) {
    return Screens.of(state, SampleStates.RULES);
  }

  private static Screen screen(String sample) {
    return screen(Objects.requireNonNull(SampleStates.all().get(sample)));
  }

  private static String text(List<Spoken> said, Language usual) {
    StringBuilder text = new StringBuilder();
    for (Spoken spoken : said) {
      String voice = spoken.language() == usual ? "" : "(" + spoken.language().tag() + ") ";
      spoken.text().lines().forEach(line -> text.append(voice).append(line).append('\n'));
    }
    return text.toString();
  }

  private static Entry.Lent lent(int number, String title) {
    return new Entry.Lent(number, title, Optional.of(new DueDate(DAY, false)));
  }

  private static Screen.Lending lending(List<Entry> entries) {
    return lending(entries, Screen.Lending.Ways.RECEIPT_OR_NOT);
  }

  private static Screen.Lending lending(List<Entry> entries, Screen.Lending.Ways ways) {
    Account account =
        new Account("****123", LocalDate.of(2027, 3, 31), Optional.empty(), entries.size(), 3, 20);
    return new Screen.Lending(
        account, entries, 0, false, Notice.NONE, ways, List.of(Choice.LARGE_TEXT), 60);
  }
}
