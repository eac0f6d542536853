package org.kashidashi.kiosk.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.screen.view.CellTypesetting;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Notice;
import org.kashidashi.kiosk.session.OwnLoan;
import org.kashidashi.kiosk.session.PutBack;
import org.kashidashi.kiosk.session.Refusal;
import org.kashidashi.kiosk.session.RefusalCode;

final class TextsTest {
  /** The body of a panel of 60 columns. */
  private static final int BODY_COLUMNS = 56;

  /** What the number and the verdict leave of a row of the list. */
  private static final int LIST_COLUMNS = 47;

  /** A button beside another on a panel of 60 columns, inside its frame. */
  private static final int BUTTON_COLUMNS = 24;

  private final Texts texts = new Catalogue().of(Language.JAPANESE);
  private final Typesetting typesetting = new CellTypesetting();

  @Test
  void holdsEveryKeyAndNoOther() {
    ResourceBundle bundle = Catalogue.shipped(Language.JAPANESE);
    Set<String> written = new TreeSet<>(bundle.keySet());
    written.removeIf(key -> key.startsWith(SpokenWords.PREFIX));
    assertEquals(needed(), written);
  }

  private static Set<String> needed() {
    Set<String> keys = new TreeSet<>();
    for (Message message : Message.values()) {
      keys.add(message.key());
    }
    for (Choice choice : Choice.values()) {
      keys.add("choice." + choice);
    }
    for (Notice notice : Notice.values()) {
      if (notice != Notice.NONE) {
        keys.add("notice." + notice);
      }
    }
    for (OwnLoan.Fate fate : OwnLoan.Fate.values()) {
      if (fate != OwnLoan.Fate.OUT) {
        keys.add("own." + fate);
      }
    }
    for (PutBack.Outcome outcome : PutBack.Outcome.values()) {
      keys.add("return." + outcome);
    }
    for (RefusalCode code : RefusalCode.values()) {
      addParts(keys, code.code(), !code.ways().isEmpty());
    }
    for (FaultCode code : FaultCode.values()) {
      addParts(keys, code.code(), true);
    }
    return keys;
  }

  private static void addParts(Set<String> keys, String code, boolean wholeScreen) {
    keys.add(code + ".title");
    if (wholeScreen) {
      keys.add(code + ".lines");
      keys.add(code + ".plain");
      keys.add(code + ".english");
    }
  }

  @ParameterizedTest
  @EnumSource(RefusalCode.class)
  void fitsRefusalWithoutBreakingItsRows(RefusalCode code) {
    Refusal refusal = VisitSamples.refusal(code);
    if (code.ways().isEmpty()) {
      String[] rows = texts.line(refusal).split("\n", -1);
      rows[rows.length - 1] += " [" + code.code() + "]";
      assertFits(LIST_COLUMNS, String.join("\n", rows));
    } else {
      assertWholeScreenFits(texts.of(refusal));
    }
  }

  @ParameterizedTest
  @EnumSource(FaultCode.class)
  void fitsFaultWithoutBreakingItsRows(FaultCode code) {
    assertWholeScreenFits(texts.of(code));
  }

  private void assertWholeScreenFits(RefusalText text) {
    assertFits(BODY_COLUMNS, text.title() + "  [" + text.code() + "]");
    assertFits(BODY_COLUMNS, text.lines() + "\n" + text.plain() + "\n" + text.english());
  }

  @ParameterizedTest
  @EnumSource(Choice.class)
  void fitsEveryButton(Choice choice) {
    assertFits(BUTTON_COLUMNS, texts.label(choice));
    assertFits(BUTTON_COLUMNS, "[1] " + texts.otherLabel(choice));
  }

  @ParameterizedTest
  @EnumSource(Notice.class)
  void fitsEveryNotice(Notice notice) {
    assertFits(BODY_COLUMNS - 2, texts.of(notice));
  }

  private void assertFits(int columns, String text) {
    for (String row : text.split("\n", -1)) {
      assertTrue(
          typesetting.columns(row) <= columns,
          () ->
              "%d columns, need at most %d: %s".formatted(typesetting.columns(row), columns, row));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{0}", "it's", "{", "'{0}'", "1,000"})
  void writesFactsAsTheyAre(String fact) {
    assertEquals(fact + " 自動貸出機", texts.of(Message.IDLE_TITLE, fact));
  }

  @Test
  void writesNumbersWithoutSeparators() {
    assertEquals("12345点 借りました", texts.of(Message.FINISHED_LENT, 12345));
  }

  @Test
  void leavesOutFactThatIsNotKnown() {
    assertTrue(texts.of(Refusal.of(RefusalCode.E_103)).lines().startsWith("貸出券の有効期限が切れています"));
    assertTrue(texts
        .of(Refusal.of(RefusalCode.E_103, LocalDate.of(2026, 10, 31)))
        .lines()
        .startsWith("貸出券の有効期限(2026年10月31日)が切れています"));
    assertFalse(texts.line(Refusal.of(RefusalCode.E_207)).contains("("));
  }

  @Test
  void writesDaysInOneWidth() {
    assertEquals("12月 5日(土)", texts.dayOfWeek(LocalDate.of(2026, 12, 5)));
    assertEquals(" 1月11日(月)", texts.dayOfWeek(LocalDate.of(2027, 1, 11)));
    assertEquals("2027-03-31", texts.dashed(LocalDate.of(2027, 3, 31)));
    assertEquals("03/01", texts.slashed(LocalDate.of(2027, 3, 1)));
  }
}
