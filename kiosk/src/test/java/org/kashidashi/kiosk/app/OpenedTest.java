package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenedTest {
  private final List<String> closed = new ArrayList<>();

  @Test
  void closesWhatWasOpenedBackwardsWhenTheRestFails() {
    assertThrows(IllegalStateException.class, () -> {
      try (Opened opened = new Opened()) {
        opened.add("lines", closed::add);
        opened.add("reader", closed::add);
        throw new IllegalStateException("a mistake, made for the test");
      }
    });
    assertEquals(List.of("reader", "lines"), closed);
  }

  @Test
  void closesTheOthersWhenOneCannotBeClosed() {
    Opened opened = new Opened();
    opened.add("lines", closed::add);
    opened.add("reader", _ -> {
      throw new IllegalStateException("a mistake, made for the test");
    });
    assertThrows(IllegalStateException.class, opened::close);
    assertEquals(List.of("lines"), closed);
  }

  @Test
  void leavesAllOpenToWhoeverKeepsIt() {
    try (Opened opened = new Opened()) {
      assertEquals("reader", opened.add("reader", closed::add));
      opened.keep();
    }
    assertEquals(List.of(), closed);
  }
}
