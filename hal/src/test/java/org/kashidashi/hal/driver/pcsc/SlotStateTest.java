package org.kashidashi.hal.driver.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.hal.card.CardPresence;

final class SlotStateTest {
  @ParameterizedTest
  @CsvSource({
    "0x0010, ABSENT",
    "0x0020, PRESENT",
    "0x0122, PRESENT",
    "0x00A0, PRESENT",
    "0x0220, MUTE",
    "0x0004, READER_DOWN",
    "0x0008, READER_DOWN",
    "0x001C, READER_DOWN",
    "0x0000, READER_DOWN",
    "0xFFFF0020, PRESENT"
  })
  void tellsPresence(String bits, CardPresence presence) {
    assertEquals(presence, new SlotState("r", (int) (long) Long.decode(bits)).presence());
  }

  @Test
  void countsEventsAboveTheFlags() {
    assertEquals(0xFFFE, new SlotState("r", 0xFFFE0020).events());
  }

  @Test
  void handsBackAllButTheChange() {
    assertEquals(new SlotState("r", 0x00030020), new SlotState("r", 0x00030022).acknowledged());
  }
}
