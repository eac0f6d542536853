package org.kashidashi.hal.card.jpki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
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

  @ParameterizedTest
  @EnumSource
  void sendsNothingThatPresentsAPinOrUsesAKeyOrReadsTheIndividualNumber(CardVariant variant) {
    SimCardReader reader = new SimCardReader("sim", time -> {});
    reader.insert(CARDS.card(variant));
    new JpkiReader(CardLayout.current(), () -> 0).read(reader);
    reader.close();
    assertTrue(!reader.sent().isEmpty());
    Set<String> files = new TreeSet<>();
    for (CommandApdu command : reader.sent()) {
      assertEquals(0, command.cla());
      assertTrue(INSTRUCTIONS.contains(command.ins()), command.toString());
      String name = HexFormat.of().withUpperCase().formatHex(command.data());
      if (command.ins() == 0xA4 && command.p1() == 0x04) {
        assertTrue(APPLICATIONS.contains(name), name);
      } else if (command.ins() == 0xA4) {
        files.add(name);
      } else if (command.p1() >= 0x80) {
        files.add("%04X".formatted(command.p1() & 0x1F));
      }
    }
    assertTrue(FILES.containsAll(files), files.toString());
  }
}
