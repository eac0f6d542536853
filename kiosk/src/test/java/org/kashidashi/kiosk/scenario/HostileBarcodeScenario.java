package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;

/** What a scanner can be made to send (screens.md 10, test 3): no crash, no injection. */
@ExtendWith(Stages.class)
final class HostileBarcodeScenario {
  static Stream<String> hostile() {
    return Stream.of(
        "",
        "?",
        "|",
        " ",
        "7".repeat(64),
        "7".repeat(65),
        "1".repeat(200),
        "AO|AB1000000016|CQ",
        "64              00020261120    140500AA9999900120|",
        "' OR '1'='1' --",
        "1000000016'; DROP TABLE loans; --",
        "\",\"patron\":\"9999900344",
        "{\"operations\":[]}",
        "%n%s%x{0}{patron}",
        "<script>alert(1)</script>",
        "${jndi:ldap://127.0.0.1/x}",
        "../../../../etc/passwd",
        "1000000016 ",
        "-1",
        "1e9",
        "カシダシ",
        "１００００００００１６",
        "\u001b[2J\u001b]0;title\u0007",
        "1000000016\u0000",
        "\u0004\u0016\u0003");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void neitherStopsTheKioskNorMeansAnything(String text, KioskStage stage) {
    stage.run().scan(text);
    begin(stage);
    stage.run().scan(text);
    stage.run().expect(Screen.CardPrompt.class);
    stage.run().press(Action.USE_LIBRARY_CARD);
    stage.run().scan(text);
    stage.run().expect(Screen.LibraryCardPrompt.class);
    stage.run().scan(Library.LIBRARY_CARD);
    stage.run().scan(text);
    assertEquals(0, stage.lending().account().lentNow());
    stage.run().scan(Library.BOOK);
    assertEquals(1, stage.lending().account().lentNow(), stage.rows());
    stage.finish();
    stage.run().sync();

    stage.run().expectConfirmed(1);
    assertEquals("ON_LOAN_TO_PATRON", stage.central().status(Library.BOOK, Library.LIBRARY_CARD));
    assertEquals(1, stage.central().loansOut(Library.LIBRARY_CARD));
    assertFalse(text.length() > 2 && stage.printed().contains(text), "it was shown or printed");
  }

  static Stream<byte[]> octets() {
    byte[] all = new byte[256];
    for (int value = 0; value < all.length; value++) {
      all[value] = (byte) value;
    }
    return Stream.of(
        all,
        new byte[4_000],
        new byte[] {(byte) 0xFF, (byte) 0xFE, '1', '0'},
        new byte[] {(byte) 0xC0, (byte) 0x80, '\r'},
        "\r\n\t\r\r\n".getBytes(StandardCharsets.US_ASCII),
        "10000000".getBytes(StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @MethodSource("octets")
  void bytesOfAnyKindLeaveTheNextBookToBeLent(byte[] octets, KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().scanner().send(octets);
    stage.run().scanner().stall();
    stage.run().scanner().send((byte) '\r');
    stage.run().kiosk().settle();
    stage.run().scan(Library.BOOK);

    assertEquals(1, stage.lending().account().lentNow(), stage.rows());
    assertEquals(1, stage.loans());
  }

  @Test
  void lineThatStoppedHalfWayIsNotTheTailOfTheNext(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().scanner().send("99".getBytes(StandardCharsets.US_ASCII));
    stage.run().scanner().stall();
    stage.run().scan(Library.BOOK);

    assertEquals(0, stage.loans());
    stage.run().expectLine("E-211");
  }

  @Test
  void manyScansAtOnceAreWorkedOff(KioskStage stage) {
    stage.readCard(CardVariant.NORMAL, Library.PATRON);
    stage.run().liftCard();
    for (int count = 0; count < 90; count++) {
      stage.run().scanner().scan(count % 2 == 0 ? "?" : Library.BOOK);
    }
    stage.run().kiosk().settle();

    assertEquals(1, stage.loans());
    assertEquals(1, stage.lending().account().lentNow());
  }

  private static void begin(KioskStage stage) {
    if (stage.run().kiosk().screen() instanceof Screen.Idle) {
      stage.run().press(Action.START);
    }
  }
}
