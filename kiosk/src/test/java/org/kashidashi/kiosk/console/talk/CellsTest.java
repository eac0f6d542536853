package org.kashidashi.kiosk.console.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CellsTest {
  @Test
  void beginsNoRowWithWhatEndsAnother() {
    assertEquals(List.of("あいう", "え。"), Cells.rows("あいうえ。", 8));
    assertEquals(List.of("あい", "う", "え)。"), Cells.rows("あいうえ)。", 5));
  }

  @Test
  void breaksAnywhereWhatHasNothingElse() {
    assertEquals(List.of("。", "。。"), Cells.rows("。。。", 4));
    assertEquals(List.of("abcd", "ef"), Cells.rows("abcdef", 4));
    assertEquals(List.of("ab cd", "ef"), Cells.rows("ab cd ef", 6));
  }

  @Test
  void setsWordsInColumnsThatNoRowExceeds() {
    assertEquals(
        List.of("a    d", "bbb  e", "c"), Cells.columns(List.of("a", "bbb", "c", "d", "e"), 12));
    assertEquals(List.of("toolong", "b"), Cells.columns(List.of("toolong", "b"), 5));
    assertEquals(List.of(), Cells.columns(List.of(), 80));
  }
}
