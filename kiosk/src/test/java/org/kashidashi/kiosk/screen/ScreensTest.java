package org.kashidashi.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kashidashi.kiosk.Golden;
import org.kashidashi.kiosk.session.Action;
import org.kashidashi.kiosk.session.KioskState;
import org.kashidashi.kiosk.session.Notice;

final class ScreensTest {
  private static final String KEYS = "1234567890#*";
  private static final String KEYS_WITHOUT_MEANING = "ax-+ \n\0１あ";

  private final Map<String, KioskState> samples = SampleStates.all();

  /** The table is kept as a golden file, to be read as a whole. */
  @Test
  void givesEveryKeyItsMeaningOnEveryScreen() {
    String table = samples.entrySet().stream()
            .map(sample -> sample.getKey() + ":" + keys(screen(sample.getValue())))
            .collect(Collectors.joining("\n"))
        + "\n";
    Golden.file("text/keys.table").check(table);
  }

  private static String keys(Screen screen) {
    StringBuilder row = new StringBuilder();
    KEYS.chars()
        .forEach(key -> screen
            .actionFor((char) key)
            .ifPresent(action -> row.append(" %c=%s".formatted(key, action))));
    return row.toString();
  }

  @Test
  void givesNoOtherKeyMeaning() {
    for (KioskState state : samples.values()) {
      KEYS_WITHOUT_MEANING
          .chars()
          .forEach(key -> assertEquals(Optional.empty(), screen(state).actionFor((char) key)));
    }
  }

  @Test
  void offersStopOnlyUntilFirstLoan() {
    assertEquals(Optional.of(Action.STOP), screen("s4-nothing-yet").actionFor('0'));
    assertFalse(screen("s4-lending").choices().contains(Choice.STOP));
    assertEquals(Optional.of(Action.FINISH), screen("s4-no-receipts").actionFor('1'));
    assertEquals(Optional.of(Action.FINISH_WITH_RECEIPT), screen("s4-lending").actionFor('1'));
  }

  @Test
  void countsSecondsDownFromLastSignOfPatron() {
    KioskState state = sample("s1-card");
    assertEquals(48, secondsLeft(state));
    KioskState late =
        new KioskState(state.session(), state.station(), SampleStates.JAPANESE, 75, 7);
    assertEquals(0, secondsLeft(late));
  }

  private static int secondsLeft(KioskState state) {
    return screen(state) instanceof Screen.CardPrompt prompt ? prompt.secondsLeft() : -1;
  }

  @Test
  void tellsOfLostScannerBeforeAnythingElse() {
    assertEquals(
        Notice.SCANNER_LOST,
        screen("s1-no-scanner") instanceof Screen.CardPrompt prompt
            ? prompt.notice()
            : Notice.NONE);
  }

  @Test
  void masksNumberAndCountsLoans() {
    Screen screen = screen("s4-lending");
    Account account = screen instanceof Screen.Lending lending
        ? lending.account()
        : new Account("", VisitSamples.TODAY, Optional.empty(), 0, 0, 0);
    assertEquals("****123", account.patron());
    assertEquals(2, account.lentNow());
    assertEquals(3, account.loansBefore());
    assertEquals(25, account.loansLeft());
  }

  @Test
  void keepsPatronOutOfItsOwnPrint() {
    for (KioskState state : samples.values()) {
      String print = screen(state).toString();
      assertFalse(print.contains(VisitSamples.PATRON_NUMBER), print);
      assertFalse(print.contains("日本の図書館"), print);
    }
  }

  private Screen screen(String sample) {
    return screen(sample(sample));
  }

  private KioskState sample(String name) {
    return Optional.ofNullable(samples.get(name)).orElseThrow();
  }

  private static Screen screen(KioskState state) {
    return Screens.of(state, SampleStates.RULES);
  }
}
