package org.kashidashi.hal.card.jpki.pin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.TestCards;

/** The exact commands with PINs, kept beside this test; -Dgolden=write writes them anew. */
final class PinScriptTest {
  private static final TestCards CARDS = new TestCards();
  private static final Path GOLDEN = Path.of("src/test/resources/org/kashidashi/hal/card/jpki/pin");

  private final Recorder recorder = new Recorder();

  @ParameterizedTest
  @EnumSource(names = {"NORMAL", "NO_SFI", "FIRST_COMMAND_6F00", "FACE_AUTHENTICATION"})
  void linksByTheScript(CardVariant variant) throws IOException {
    SimCard card = CARDS.issuer().issue(variant, TestCards.HOLDER.withInputPin("5678"));
    with(card, session -> {
      recorder.step("ask for the tries", session.standing(PinName.USER_AUTHENTICATION));
      recorder.step("ask for the tries", session.standing(PinName.CARD_FACE_INPUT));
      recorder.step("verify", verify(session, PinName.USER_AUTHENTICATION, "1234"));
      recorder.step("sign", session.sign(new byte[32]));
      recorder.step("verify", verify(session, PinName.CARD_FACE_INPUT, "5678"));
      recorder.step("read the key", session.cardKey());
    });
    check("link-%s.apdu".formatted(variant.name().toLowerCase(Locale.ROOT)));
  }

  @Test
  void stopsByTheScriptBeforeTheLastTry() throws IOException {
    with(CARDS.card(), session -> {
      recorder.step("verify", verify(session, PinName.USER_AUTHENTICATION, "0000"));
      recorder.step("verify", verify(session, PinName.USER_AUTHENTICATION, "0000"));
      recorder.step("verify", verify(session, PinName.USER_AUTHENTICATION, "0000"));
    });
    check("wrong-pin.apdu");
  }

  private interface Work {
    void on(PinSession session);
  }

  private void with(SimCard card, Work work) {
    SimCardReader reader = new SimCardReader("sim", time -> {});
    reader.insert(recorder.of(card));
    Opening opening = PinSession.open(reader, PinLayout.current(), () -> 0);
    recorder.step("open", opening.getClass().getSimpleName());
    try (PinSession session = assertInstanceOf(Opening.Opened.class, opening).session()) {
      work.on(session);
    }
    recorder.step("close", "closed");
    reader.close();
  }

  private static PinAnswer verify(PinSession session, PinName name, String digits) {
    try (Pin pin = Pin.of(digits.toCharArray())) {
      return session.verify(name, pin);
    }
  }

  private void check(String name) throws IOException {
    String script = recorder.script.toString();
    Path golden = GOLDEN.resolve(name);
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, script);
    }
    assertEquals(Files.readString(golden), script);
  }

  private static final class Recorder {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final StringBuilder script = new StringBuilder();

    SimCard of(SimCard card) {
      return new SimCard() {
        @Override
        public ResponseApdu transmit(CommandApdu command) {
          ResponseApdu response = card.transmit(command);
          script.append("# ").append(meaning(command)).append('\n');
          script.append("> ").append(HEX.formatHex(command.toBytes())).append('\n');
          script.append("< ").append(shown(response)).append('\n');
          return response;
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
      };
    }

    void step(String what, Object outcome) {
      boolean secret = List.of("Signed", "KeyRead").contains(outcome.getClass().getSimpleName());
      script.append(
          "= %s: %s%n%n".formatted(what, secret ? outcome.getClass().getSimpleName() : outcome));
    }

    private static String meaning(CommandApdu command) {
      String data = HexFormat.of().withUpperCase().formatHex(command.data());
      return switch (command.ins()) {
        case 0xA4 -> command.p1() == 4 ? "SELECT application " + data : "SELECT EF " + data;
        case 0x20 ->
          data.isEmpty() ? "VERIFY without data: the retry counter" : "VERIFY with four digits";
        case 0x2A -> "COMPUTE DIGITAL SIGNATURE over a SHA-256 DigestInfo with the current EF";
        default ->
          command.p1() >= 0x80
              ? "READ BINARY of EF %04X by short identifier, %d bytes"
                  .formatted(command.p1() & 0x1F, command.expected())
              : "READ BINARY from %d, %d bytes"
                  .formatted(command.p1() << 8 | command.p2(), command.expected());
      };
    }

    private static String shown(ResponseApdu response) {
      int length = response.data().length;
      return length == 0
          ? response.status().toString()
          : "(%d bytes) %s".formatted(length, response.status());
    }
  }
}
