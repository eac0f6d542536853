package org.kashidashi.hal.card.jpki;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.TestCards;

/** The exact commands of a reading, kept beside this test; -Dgolden=write writes them anew. */
final class ReadingScriptTest {
  private static final TestCards CARDS = new TestCards();

  @ParameterizedTest
  @EnumSource(
      names = {
        "NORMAL",
        "NO_SFI",
        "FIRST_COMMAND_6F00",
        "NO_CERTIFICATE",
        "PHONE_ANDROID",
        "JUKI",
        "DRIVERS_LICENCE",
        "TRANSIT"
      })
  void readsByTheScript(CardVariant variant) throws IOException {
    check("reading", variant, new JpkiReader(CardLayout.current(), () -> 0));
  }

  @ParameterizedTest
  @EnumSource(names = {"NORMAL", "NO_SFI", "FACE_AUTHENTICATION"})
  void challengesByTheScript(CardVariant variant) throws IOException {
    JpkiReader challenging = new JpkiReader(CardLayout.current(), () -> 0, TestCards.seeded(1));
    check("challenge", variant, challenging);
  }

  private static void check(String kind, CardVariant variant, JpkiReader jpki) throws IOException {
    SimCardReader reader = new SimCardReader("sim", time -> {});
    ApduScript script = new ApduScript();
    reader.insert(script.of(CARDS.card(variant)));
    CardReading reading = jpki.read(reader);
    reader.close();
    assertInstanceOf(CardReading.class, reading);
    script.add("= " + reading.getClass().getSimpleName() + "\n");
    script.check("%s-%s.apdu".formatted(kind, variant.name().toLowerCase(Locale.ROOT)));
  }
}
