package org.kashidashi.hal.card.jpki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.TestCards;

/** What may leave for a card without a PIN, whatever the card is: nothing but this. */
final class JpkiReaderSafetyTest {
  private static final TestCards CARDS = new TestCards();

  /** SELECT and READ BINARY; not VERIFY (20), CHANGE (24), or any use of a key (2A). */
  private static final Set<Integer> INSTRUCTIONS = Set.of(0xA4, 0xB0);

  /** The label and the certificate; not the individual number, not the signature certificate. */
  private static final Set<String> FILES = Set.of("0006", "000A");

  private static final Set<String> APPLICATIONS = Set.of(
      "D392F000260100000001",
      "A0000002310100000000000000000000",
      "D392F0004F0200000000000000000000");

  /** Where the one key is that no PIN keeps. */
  private static final String CARD_FACE_INPUT = "D3921000310001010408";

  private static final String DIGEST_INFO = "3031300D060960864801650304020105000420";

  @ParameterizedTest
  @EnumSource
  void sendsNothingThatPresentsAPinOrUsesAKeyOrReadsTheIndividualNumber(CardVariant variant) {
    for (CommandApdu command : sent(variant, new JpkiReader(CardLayout.current(), () -> 0))) {
      assertEquals(0, command.cla());
      assertTrue(INSTRUCTIONS.contains(command.ins()), command.toString());
      if (command.ins() == 0xA4 && command.p1() == 0x04) {
        assertTrue(APPLICATIONS.contains(data(command)), data(command));
      }
    }
  }

  /**
   * With a challenge one command more leaves, and in one form: over a SHA-256 DigestInfo, with the
   * key that the card-face input application uses when none is named. In that application nothing
   * else is asked for, so that no key with a PIN and no file can be meant.
   */
  @ParameterizedTest
  @EnumSource
  void usesTheOneKeyWithoutAPinInOneFormAlone(CardVariant variant) {
    JpkiReader challenging = new JpkiReader(CardLayout.current(), () -> 0, TestCards.seeded(1));
    String application = "";
    for (CommandApdu command : sent(variant, challenging)) {
      if (command.ins() == 0xA4 && command.p1() == 0x04) {
        application = data(command);
        assertTrue(
            APPLICATIONS.contains(application) || application.equals(CARD_FACE_INPUT), application);
      } else if (application.equals(CARD_FACE_INPUT)) {
        assertEquals(0x80, command.cla());
        assertEquals(0x2A, command.ins());
        assertEquals(0x00, command.p1());
        assertEquals(0x00, command.p2());
        assertTrue(data(command).startsWith(DIGEST_INFO), data(command));
        assertEquals(
            DIGEST_INFO.length() + 2 * CardChallenge.LENGTH, data(command).length());
      } else {
        assertEquals(0, command.cla());
        assertTrue(INSTRUCTIONS.contains(command.ins()), command.toString());
      }
    }
  }

  private static List<CommandApdu> sent(CardVariant variant, JpkiReader jpki) {
    SimCardReader reader = new SimCardReader("sim", time -> {});
    reader.insert(CARDS.card(variant));
    jpki.read(reader);
    reader.close();
    assertTrue(!reader.sent().isEmpty());
    Set<String> files = new TreeSet<>();
    for (CommandApdu command : reader.sent()) {
      if (command.ins() == 0xA4 && command.p1() != 0x04) {
        files.add(data(command));
      } else if (command.ins() == 0xB0 && command.p1() >= 0x80) {
        files.add("%04X".formatted(command.p1() & 0x1F));
      }
    }
    assertTrue(FILES.containsAll(files), files.toString());
    return reader.sent();
  }

  private static String data(CommandApdu command) {
    return HexFormat.of().withUpperCase().formatHex(command.data());
  }
}
