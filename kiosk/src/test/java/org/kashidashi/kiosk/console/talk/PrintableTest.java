package org.kashidashi.kiosk.console.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PrintableTest {
  @Test
  void takesOutWhatSteersOrDeceives() {
    assertEquals("?[2Ja??b  c?", Printable.row("\u001b[2Ja\u009b\u202eb\r\nc\ud83e", false));
    assertEquals("貸出 é", Printable.row("貸出 é", false));
    assertEquals("?? ?", Printable.row("貸出 é", true));
    assertEquals("+--+|- 48.5 C", Printable.row("┌─━┐│▄ 48.5 °C", true));
  }

  @Test
  void letsNoControlCharacterThroughWhateverComes() {
    Random random = new Random(20261120);
    for (int round = 0; round < 20_000; round++) {
      char[] text = new char[random.nextInt(12)];
      for (int i = 0; i < text.length; i++) {
        text[i] = (char) (random.nextBoolean() ? random.nextInt(256) : random.nextInt(65536));
      }
      String row = Printable.row(new String(text), false);
      assertTrue(row.codePoints().allMatch(Printable::shows), () -> "round with " + row);
    }
  }

  @Test
  void breaksRowsWhereTheyAreFullAndAlignsKanji() {
    assertEquals(List.of("貸出図書", "館です"), Cells.rows("貸出図書館です", 9));
    assertEquals(List.of("one two", "three"), Cells.rows("one two three", 9));
    assertEquals(List.of("a 貸出図書", "館"), Cells.rows("a 貸出図書館", 10));
    assertEquals("貸出  ", Cells.padded("貸出", 6));
    assertEquals(List.of(""), Cells.rows("", 10));
  }
}
