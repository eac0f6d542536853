package org.kashidashi.hal.driver.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.hal.card.CardException;
import org.kashidashi.hal.card.CardRemovedException;
import org.kashidashi.hal.card.CardUnreadableException;
import org.kashidashi.hal.card.ReaderUnavailableException;

/** Each PC/SC code, and what it means while connecting, during a command, without a service. */
final class PcscTroubleTest {
  @ParameterizedTest
  @CsvSource({
    "0x8010000C, removed, removed, removed",
    "0x80100069, removed, removed, removed",
    "0x80100066, MUTE, MUTE, MUTE",
    "0x80100067, MUTE, MUTE, MUTE",
    "0x80100016, COLLISION, removed, removed",
    "0x80100068, COLLISION, removed, removed",
    "0x8010000F, COLLISION, COLLISION, COLLISION",
    "0x8010001C, COLLISION, COLLISION, COLLISION",
    "0x80100065, COLLISION, COLLISION, COLLISION",
    "0x80100015, COLLISION, COLLISION, COLLISION",
    "0x80100013, COLLISION, removed, down",
    "0x80100002, down, down, down",
    "0x80100003, down, down, down",
    "0x80100009, down, down, down",
    "0x8010000A, down, down, down",
    "0x8010000B, down, down, down",
    "0x80100017, down, down, down",
    "0x8010001D, down, down, down",
    "0x8010001E, down, down, down",
    "0x8010002E, down, down, down",
    "0x80100001, down, down, down"
  })
  void translates(String code, String connecting, String transmitting, String withoutService) {
    PcscException cause = PcscException.of("SCardTest", Long.decode(code));
    assertEquals(connecting, name(PcscTrouble.CONNECTING.translate("reader", cause, () -> true)));
    assertEquals(
        transmitting, name(PcscTrouble.TRANSMITTING.translate("reader", cause, () -> true)));
    assertEquals(
        withoutService, name(PcscTrouble.TRANSMITTING.translate("reader", cause, () -> false)));
  }

  @Test
  void namesReaderFunctionAndCode() {
    CardException trouble = PcscTrouble.CONNECTING.translate(
        "ACS ACR1252", PcscException.of("SCardConnect", 0x8010000BL), () -> true);
    assertEquals(
        "reader 'ACS ACR1252': SCardConnect returned 8010000B (SHARING_VIOLATION)",
        trouble.getMessage());
  }

  private static String name(CardException trouble) {
    return switch (trouble) {
      case CardRemovedException removed -> "removed";
      case CardUnreadableException unreadable -> unreadable.reason().name();
      case ReaderUnavailableException unavailable -> "down";
    };
  }
}
