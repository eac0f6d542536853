package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.kashidashi.hal.card.CommandApdu;

/** Holds every command that left for a card to what reading without a PIN needs. */
final class SentCommands {
  private static final int SELECT = 0xA4;
  private static final int READ_BINARY = 0xB0;
  private static final int SELECT_APPLICATION = 0x04;
  private static final int SELECT_FILE = 0x02;
  private static final int SHORT_IDENTIFIER = 0x80;
  private static final int SHORT_IDENTIFIER_MASK = 0x1F;

  private static final String JPKI = "D392F000260100000001";
  private static final String CARD_FACE_INPUT = "D3921000310001010408";

  /** COMPUTE DIGITAL SIGNATURE with the implicit key over a SHA-256 DigestInfo. */
  private static final Pattern CHALLENGE =
      Pattern.compile("802A0000333031300D060960864801650304020105000420[0-9A-F]{64}00");

  /** Asked for by name alone, to tell other cards apart; nothing is read in them. */
  private static final Set<String> OTHERS =
      Set.of("A0000002310100000000000000000000", "D392F0004F0200000000000000000000");

  /** The label of the token, the user-authentication certificate. */
  private static final Set<String> FILES = Set.of("0006", "000A");

  private SentCommands() {}

  /**
   * The same where a library asks for a challenge: one command more, in one form and one application
   * alone, over a SHA-256 DigestInfo and with the key that no PIN keeps.
   */
  static void assertHarmlessButForAChallenge(List<CommandApdu> sent) {
    List<CommandApdu> others = new ArrayList<>();
    boolean challenging = false;
    for (CommandApdu command : sent) {
      String hex = HexFormat.of().withUpperCase().formatHex(command.toBytes());
      boolean selects = command.ins() == SELECT && command.p1() == SELECT_APPLICATION;
      if (selects) {
        challenging = hex.equals("00A4040C0A" + CARD_FACE_INPUT);
      }
      if (!challenging) {
        others.add(command);
      } else if (!selects) {
        assertTrue(CHALLENGE.matcher(hex).matches(), hex);
      }
    }
    assertHarmless(others);
  }

  /**
   * Fails on any command but SELECT and READ BINARY, so on VERIFY (20), CHANGE (24) and COMPUTE
   * SIGNATURE (2A), and on any file but the two: so on the individual number (card-face application)
   * and on the signature certificate and its key (0001, 001A, 001B).
   */
  static void assertHarmless(List<CommandApdu> sent) {
    assertFalse(sent.isEmpty(), "nothing was sent, so nothing is shown");
    String application = "";
    for (CommandApdu command : sent) {
      String data = HexFormat.of().withUpperCase().formatHex(command.data());
      String what = command + " " + data + " in application " + application;
      assertEquals(0, command.cla(), what);
      switch (command.ins()) {
        case SELECT -> {
          if (command.p1() == SELECT_APPLICATION) {
            assertTrue(data.equals(JPKI) || OTHERS.contains(data), what);
            application = data;
          } else {
            assertEquals(SELECT_FILE, command.p1(), what);
            assertEquals(JPKI, application, what);
            assertTrue(FILES.contains(data), what);
          }
        }
        case READ_BINARY -> {
          assertEquals(JPKI, application, what);
          assertEquals(0, command.data().length, what);
          if ((command.p1() & SHORT_IDENTIFIER) != 0) {
            String file = "%04X".formatted(command.p1() & SHORT_IDENTIFIER_MASK);
            assertTrue(FILES.contains(file), what);
          }
        }
        default -> throw new AssertionError(what);
      }
    }
  }
}
