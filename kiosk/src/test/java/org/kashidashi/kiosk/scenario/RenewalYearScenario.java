package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.central.renewal.RenewalLife;
import org.kashidashi.hal.sim.CardHolder;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.SimPrinter;
import org.kashidashi.hal.sim.SimScanner;
import org.kashidashi.hal.sim.SimSignal;
import org.kashidashi.kiosk.app.Devices;
import org.kashidashi.kiosk.app.demo.ScriptedKiosk;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;
import org.kashidashi.kiosk.session.Refusal;
import org.kashidashi.sync.circulation.Renewal;

/**
 * One patron of every kind comes to the self-checkout every month of the renewal year, and is shown
 * what the table says: with central, without it while what was heard is young enough, and after.
 */
final class RenewalYearScenario {
  private static final List<YearlyVisitor> VISITORS = List.of(YearlyVisitor.values());

  /** What a kiosk says whom nobody has told it of. */
  private static final String NOT_KNOWN = "E-126";

  /** In which central goes away after the 20th: some patron is warned or refused anew in each. */
  private static final Set<Integer> AWAY = Set.of(1, 2, 4, 8, 12);

  @TempDir
  Path folder;

  private final Map<When, Map<String, Integer>> shown = new EnumMap<>(When.class);
  private final Map<String, SimCard> cards = new HashMap<>();

  /** The days of a month on which everybody comes. A link may be used for seven days. */
  private enum When {
    CENTRAL_ANSWERS(20),
    AWAY_FOR_FOUR_DAYS(24),
    AWAY_FOR_EIGHT_DAYS(28);

    private final int day;

    When(int day) {
      this.day = day;
    }
  }

  @Test
  void showsEachPatronWhatTheTableSays() throws Exception {
    try (RenewalYear year = new RenewalYear(folder, VISITORS)) {
      for (int month = 0; month < YearlyVisitor.MONTHS; month++) {
        year.live(month);
        visits(year, month, When.CENTRAL_ANSWERS);
        if (AWAY.contains(month)) {
          year.station().centralDown();
          visits(year, month, When.AWAY_FOR_FOUR_DAYS);
          visits(year, month, When.AWAY_FOR_EIGHT_DAYS);
          year.station().centralUp();
        }
      }
    }
    assertEquals(VISITORS.size() * YearlyVisitor.MONTHS, sum(When.CENTRAL_ANSWERS), "" + shown);
    assertEquals(VISITORS.size() * AWAY.size(), sum(When.AWAY_FOR_FOUR_DAYS), "" + shown);
    assertEquals(VISITORS.size() * AWAY.size(), sum(When.AWAY_FOR_EIGHT_DAYS), "" + shown);
    assertEquals(count(When.CENTRAL_ANSWERS), countedInTheTable());
    assertEquals(
        Set.of(
            "served", "c", "f", "p", "E-101", "E-102", "E-103", "E-104", "E-105", "E-106", "E-115"),
        count(When.CENTRAL_ANSWERS).keySet());
    assertEquals(
        Set.of(
            "served", "c", "f", "p", "E-101", "E-102", "E-103", "E-104", "E-105", "E-106", "E-126"),
        count(When.AWAY_FOR_FOUR_DAYS).keySet());
    assertTrue(count(When.AWAY_FOR_FOUR_DAYS).getOrDefault("served", 0) >= 60, "" + shown);
    assertTrue(count(When.AWAY_FOR_EIGHT_DAYS).getOrDefault(NOT_KNOWN, 0) >= 100, "" + shown);
    assertFalse(count(When.AWAY_FOR_EIGHT_DAYS).containsKey("served"), "" + shown);
  }

  @Test
  void hasAVisitorOfEveryLifeInTheTableOfRenewals() {
    assertEquals(
        EnumSet.allOf(RenewalLife.class),
        VISITORS.stream()
            .map(YearlyVisitor::life)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(RenewalLife.class))));
  }

  private void visits(RenewalYear year, int month, When when) throws Exception {
    SimCardReader reader = new SimCardReader("simulated reader", _ -> {});
    try (RenewalYear.Opened opened = year.open(when.day)) {
      ScriptedKiosk kiosk = new ScriptedKiosk(
          opened.wiring().manner(),
          new Devices(
              reader,
              SimScanner.pluggedIn("simulated scanner"),
              new SimPrinter(32),
              new SimSignal()),
          opened.wiring().services(),
          opened.time(),
          (screen, frame) -> {});
      for (int index = 0; index < VISITORS.size(); index++) {
        YearlyVisitor visitor = VISITORS.get(index);
        String what = "%s %s in month %d".formatted(visitor, when, month);
        kiosk.press(Action.START);
        reader.insert(card(year, variant(visitor, month), index));
        kiosk.settle();
        kiosk.press(Action.READ_CARD);
        boolean refused = kiosk.screen() instanceof Screen.Refused;
        reader.remove();
        kiosk.settle();
        Optional<Character> expected = switch (when) {
          case CENTRAL_ANSWERS -> Optional.of(visitor.shown(month));
          case AWAY_FOR_FOUR_DAYS -> visitor.shownWithoutCentral(month, /* remembered= */ true);
          case AWAY_FOR_EIGHT_DAYS -> visitor.shownWithoutCentral(month, /* remembered= */ false);
        };
        count(when).merge(assertShown(kiosk, expected, visitor, when, what), 1, Integer::sum);
        kiosk.press(refused ? Action.BACK_TO_START : Action.STOP);
        assertInstanceOf(Screen.Idle.class, kiosk.screen(), what);
      }
    }
  }

  /** Returns what it was: a code, or that the patron was served, with which warning. */
  private static String assertShown(
      ScriptedKiosk kiosk,
      Optional<Character> expected,
      YearlyVisitor visitor,
      When when,
      String what) {
    String rows = String.join("\n", kiosk.rows());
    if (expected.isEmpty()) {
      return assertRefused(kiosk, NOT_KNOWN, rows, what);
    }
    char letter = expected.get();
    return switch (letter) {
      case '.' -> {
        assertServed(kiosk, when, Optional.empty(), what);
        assertFalse(rows.contains("有効期限は"), what + "\n" + rows);
        yield "served";
      }
      case 'c' -> assertWarned(kiosk, when, letter, Renewal.AT_COUNTER, "カウンターで更新してください", what);
      case 'f' ->
        assertWarned(kiosk, when, letter, Renewal.AUTOMATIC_FAILED, "カウンターで更新してください", what);
      case 'p' -> assertWarned(kiosk, when, letter, Renewal.WITH_PROOF, "証明書を持ってカウンターへ", what);
      case 'r' -> assertRefused(kiosk, "E-115", rows, what);
      case '3' -> {
        String code = assertRefused(kiosk, "E-103", rows, what);
        Screen.Refused screen = assertInstanceOf(Screen.Refused.class, kiosk.screen());
        Refusal.ByRule rule = assertInstanceOf(Refusal.ByRule.class, screen.refusal());
        // None of these was ever prolonged.
        assertEquals(Optional.of(visitor.life().before().expires()), rule.date(), what);
        yield code;
      }
      default -> assertRefused(kiosk, "E-10" + letter, rows, what);
    };
  }

  private static String assertRefused(ScriptedKiosk kiosk, String code, String rows, String what) {
    Screen.Refused screen = assertInstanceOf(Screen.Refused.class, kiosk.screen(), what);
    assertEquals(code, screen.refusal().shownCode(), what);
    assertTrue(rows.contains(code), what + "\n" + rows);
    // A bystander reads nothing of whose card it was.
    assertFalse(rows.contains("****"), what + "\n" + rows);
    return code;
  }

  private static String assertWarned(
      ScriptedKiosk kiosk, When when, char letter, Renewal renewal, String advice, String what) {
    assertServed(kiosk, when, Optional.of(renewal), what);
    String rows = String.join("", kiosk.rows());
    assertTrue(rows.contains("有効期限は") && rows.contains(advice), what + "\n" + rows);
    return Character.toString(letter);
  }

  private static void assertServed(
      ScriptedKiosk kiosk, When when, Optional<Renewal> warned, String what) {
    Screen.Lending screen = assertInstanceOf(Screen.Lending.class, kiosk.screen(), what);
    assertEquals(warned, screen.account().expiresSoon(), what);
    assertEquals(when != When.CENTRAL_ANSWERS, screen.offline(), what);
  }

  private SimCard card(RenewalYear year, CardVariant variant, int index) {
    return cards.computeIfAbsent(
        variant + " " + index, _ -> year.station().card(variant, holder(index)));
  }

  private static CardVariant variant(YearlyVisitor visitor, int month) {
    return visitor.certificateEnded(month) ? CardVariant.CERTIFICATE_EXPIRED : CardVariant.NORMAL;
  }

  private static CardHolder holder(int index) {
    return new CardHolder(
        "9999%04dTESTTT99999001A".formatted(index),
        BigInteger.valueOf(RenewalYear.FIRST_SERIAL + index),
        "貸出太郎",
        "1234",
        "1234",
        "TEST1234");
  }

  private Map<String, Integer> count(When when) {
    return shown.computeIfAbsent(when, _ -> new TreeMap<>());
  }

  private int sum(When when) {
    return count(when).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** By the letters alone, whatever the kiosk did. */
  private static Map<String, Integer> countedInTheTable() {
    Map<String, Integer> counts = new TreeMap<>();
    for (YearlyVisitor visitor : VISITORS) {
      for (int month = 0; month < YearlyVisitor.MONTHS; month++) {
        char letter = visitor.shown(month);
        String code = letter == '.'
            ? "served"
            : letter == 'r' ? "E-115" : Character.isDigit(letter) ? "E-10" + letter : "" + letter;
        counts.merge(code, 1, Integer::sum);
      }
    }
    return counts;
  }
}
