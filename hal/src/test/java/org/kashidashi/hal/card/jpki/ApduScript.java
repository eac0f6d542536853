package org.kashidashi.hal.card.jpki;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.sim.SimCard;

/** What goes between a reader and a card, with a word on each command, as a reviewed file. */
public final class ApduScript {
  private static final Path GOLDEN = Path.of("src/test/resources/org/kashidashi/hal/card/jpki");
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
  private static final int SHOWN_MAX = 32;

  private final StringBuilder script = new StringBuilder();

  /** The card, with its part of the script written down. */
  public SimCard of(SimCard card) {
    return card.behind(command -> {
      ResponseApdu response = card.transmit(command);
      script.append("# ").append(meaning(command)).append('\n');
      script.append("> ").append(HEX.formatHex(command.toBytes())).append('\n');
      script.append("< ").append(shown(response)).append('\n');
      return response;
    });
  }

  public void add(String line) {
    script.append(line);
  }

  /** Fails if the script differs from the reviewed one; -Dgolden=write writes it anew. */
  public void check(String name) throws IOException {
    Path golden = GOLDEN.resolve(name);
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, script);
    }
    assertEquals(Files.readString(golden), script.toString());
  }

  private static String meaning(CommandApdu command) {
    String data = HexFormat.of().withUpperCase().formatHex(command.data());
    return switch (command.ins()) {
      case 0xA4 ->
        command.p1() == 4
            ? "SELECT application " + data + ", no control information"
            : "SELECT EF " + data;
      case 0x20 ->
        data.isEmpty() ? "VERIFY without data: the retry counter" : "VERIFY with four digits";
      case 0x2A ->
        "COMPUTE DIGITAL SIGNATURE over a SHA-256 DigestInfo with the "
            + (command.p2() == 0 ? "implicit key" : "current EF");
      default ->
        command.p1() >= 0x80
            ? "READ BINARY of EF %04X by short identifier, %d bytes"
                .formatted(command.p1() & 0x1F, command.expected())
            : "READ BINARY from %d, %d bytes"
                .formatted((command.p1() << 8) | command.p2(), command.expected());
    };
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
}
