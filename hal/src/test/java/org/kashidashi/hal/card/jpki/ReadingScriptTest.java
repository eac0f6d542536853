package org.kashidashi.hal.card.jpki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.TestCards;

/** The exact commands of a reading, kept beside this test; -Dgolden=write writes them anew. */
final class ReadingScriptTest {
  private static final TestCards CARDS = new TestCards();
  private static final Path GOLDEN = Path.of("src/test/resources/org/kashidashi/hal/card/jpki");
  private static final int SHOWN_MAX = 32;

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
    Recorder recorder = new Recorder(CARDS.card(variant));
    reader.insert(recorder);
    CardReading reading = jpki.read(reader);
    reader.close();
    assertInstanceOf(CardReading.class, reading);
    String script = recorder.script + "= " + reading.getClass().getSimpleName() + "\n";
    Path golden =
        GOLDEN.resolve("%s-%s.apdu".formatted(kind, variant.name().toLowerCase(Locale.ROOT)));
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, script);
    }
    assertEquals(Files.readString(golden), script);
  }

  private static final class Recorder implements SimCard {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final SimCard card;
    private final StringBuilder script = new StringBuilder();

    Recorder(SimCard card) {
      this.card = card;
    }

    @Override
    public ResponseApdu transmit(CommandApdu command) {
      ResponseApdu response = card.transmit(command);
      script.append("# ").append(meaning(command)).append('\n');
      script.append("> ").append(HEX.formatHex(command.toBytes())).append('\n');
      script.append("< ").append(shown(response)).append('\n');
      return response;
    }

    private static String meaning(CommandApdu command) {
      String data = HexFormat.of().withUpperCase().formatHex(command.data());
      if (command.ins() == 0xA4) {
        return command.p1() == 4
            ? "SELECT application " + data + ", no control information"
            : "SELECT EF " + data;
      }
      if (command.ins() == 0x2A) {
        return "COMPUTE DIGITAL SIGNATURE over a SHA-256 DigestInfo with the implicit key";
      }
      return command.p1() >= 0x80
          ? "READ BINARY of EF %04X by short identifier, %d bytes"
              .formatted(command.p1() & 0x1F, command.expected())
          : "READ BINARY from %d, %d bytes"
              .formatted((command.p1() << 8) | command.p2(), command.expected());
    }

    /** Text as text; of a certificate only how long the piece is: its bytes are another test's. */
    private static String shown(ResponseApdu response) {
      byte[] data = response.data();
      if (data.length == 0) {
        return response.status().toString();
      }
      return data.length <= SHOWN_MAX
          ? "\"%s\" %s".formatted(new String(data, StandardCharsets.US_ASCII), response.status())
          : "(%d bytes) %s".formatted(data.length, response.status());
    }

    @Override
    public byte[] atr() {
      return card.atr();
    }

    @Override
    public void reset() {
      card.reset();
    }

    @Override
    public void powerOff() {
      card.powerOff();
    }
  }
}
