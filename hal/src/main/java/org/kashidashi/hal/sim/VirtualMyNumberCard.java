package org.kashidashi.hal.sim;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.card.StatusWord;

/**
 * A My Number Card made of software, strict in every command it executes (ISO/IEC 7816-4; status
 * words as real cards give them).
 *
 * <p>The security status outlives reset and SELECT: it ends when the card leaves the field.
 */
public final class VirtualMyNumberCard implements SimCard {
  /** An answer seen from real cards on a contactless reader; it identifies no kind of card. */
  private static final byte[] ATR = HexFormat.of().parseHex("3B888001000005E0B381A1007F");

  private static final int INS_VERIFY = 0x20;
  private static final int INS_CHANGE_REFERENCE_DATA = 0x24;
  private static final int INS_PERFORM_SECURITY_OPERATION = 0x2A;
  private static final int INS_GET_CHALLENGE = 0x84;
  private static final int INS_SELECT = 0xA4;
  private static final int INS_READ_BINARY = 0xB0;

  private static final int CLA_STANDARD = 0x00;
  private static final int CLA_PROPRIETARY = 0x80;
  private static final int CHANNEL_BITS = 0x03;
  private static final int SECURE_MESSAGING_BITS = 0x0C;
  private static final int SHORT_IDENTIFIER = 0x80;
  private static final int SHORT_IDENTIFIER_BITS = 0x1F;
  private static final int AID_LENGTH_MIN = 5;
  private static final int DIGEST_INFO_MAX = 245;
  private static final int EXPECTED_MAX = 256;

  private final List<CardApplication> applications;
  private final Set<CardQuirk> quirks;
  private final SecureRandom random;

  private boolean powered;
  private Optional<CardApplication> application = Optional.empty();
  private Optional<CardFile> currentFile = Optional.empty();

  VirtualMyNumberCard(
      List<CardApplication> applications, Set<CardQuirk> quirks, SecureRandom random) {
    this.applications = List.copyOf(applications);
    this.quirks = Set.copyOf(quirks);
    this.random = random;
  }

  @Override
  public byte[] atr() {
    return ATR.clone();
  }

  @Override
  public void reset() {
    application = Optional.empty();
    currentFile = Optional.empty();
  }

  @Override
  public void powerOff() {
    reset();
    powered = false;
    applications.forEach(CardApplication::leaveField);
  }

  @Override
  public ResponseApdu transmit(CommandApdu command) {
    boolean first = !powered;
    powered = true;
    if (first && quirks.contains(CardQuirk.FIRST_COMMAND_FAILS)) {
      return refuse(StatusWord.NO_PRECISE_DIAGNOSIS);
    }
    return switch (command.cla()) {
      case CLA_STANDARD -> standard(command);
      case CLA_PROPRIETARY ->
        command.ins() == INS_PERFORM_SECURITY_OPERATION
            ? computeSignature(command)
            : refuse(StatusWord.INSTRUCTION_NOT_SUPPORTED);
      default -> refuse(wrongClass(command.cla()));
    };
  }

  private ResponseApdu standard(CommandApdu command) {
    return switch (command.ins()) {
      case INS_SELECT -> select(command);
      case INS_READ_BINARY -> readBinary(command);
      case INS_GET_CHALLENGE -> challenge(command);
      case INS_VERIFY -> verify(command);
      case INS_CHANGE_REFERENCE_DATA -> change(command);
      default -> refuse(StatusWord.INSTRUCTION_NOT_SUPPORTED);
    };
  }

  private static StatusWord wrongClass(int cla) {
    if (cla < 0x10 && (cla & CHANNEL_BITS) != 0) {
      return StatusWord.CHANNEL_NOT_SUPPORTED;
    }
    return cla < 0x10 && (cla & SECURE_MESSAGING_BITS) != 0
        ? StatusWord.SECURE_MESSAGING_NOT_SUPPORTED
        : StatusWord.CLASS_NOT_SUPPORTED;
  }

  private ResponseApdu select(CommandApdu command) {
    return switch (command.p1()) {
      case 0x04 -> selectApplication(command);
      case 0x02 -> selectFile(command);
      // There is no master file: what readers probe for with it is not found.
      case 0x00 ->
        refuse(command.data().length == 0 ? StatusWord.INCORRECT_P1_P2 : StatusWord.NOT_FOUND);
      default -> refuse(StatusWord.INCORRECT_P1_P2);
    };
  }

  private ResponseApdu selectApplication(CommandApdu command) {
    String wanted = HexFormat.of().withUpperCase().formatHex(command.data());
    boolean withControlInformation = command.p2() == 0x00;
    if (!withControlInformation && command.p2() != 0x0C) {
      return refuse(StatusWord.INCORRECT_P1_P2);
    }
    // Real cards select by the beginning of a name, as ISO/IEC 7816-4, 8.2.1.2 allows.
    Optional<CardApplication> found = command.data().length < AID_LENGTH_MIN
        ? Optional.empty()
        : applications.stream().filter(each -> each.aid().startsWith(wanted)).findFirst();
    if (found.isEmpty()) {
      return refuse(StatusWord.NOT_FOUND);
    }
    application = found;
    currentFile = Optional.empty();
    return withControlInformation
        ? ResponseApdu.of(
            Tlv.of(0x6F, Tlv.of(0x84, HexFormat.of().parseHex(found.get().aid()))),
            StatusWord.SUCCESS)
        : ResponseApdu.of(StatusWord.SUCCESS);
  }

  private ResponseApdu selectFile(CommandApdu command) {
    if (command.p2() != 0x0C) {
      return refuse(StatusWord.INCORRECT_P1_P2);
    }
    byte[] data = command.data();
    if (data.length != 2) {
      return refuse(StatusWord.WRONG_LENGTH);
    }
    int identifier = ((data[0] & 0xFF) << 8) | (data[1] & 0xFF);
    Optional<CardFile> found = identifier == CardApplication.IMPLICIT_KEY
        ? Optional.empty()
        : application.flatMap(each -> each.file(identifier));
    if (found.isEmpty()) {
      return refuse(StatusWord.NOT_FOUND);
    }
    currentFile = found;
    return ResponseApdu.of(StatusWord.SUCCESS);
  }

  private ResponseApdu readBinary(CommandApdu command) {
    if (command.expected() == 0 || command.data().length > 0) {
      return refuse(StatusWord.WRONG_LENGTH);
    }
    boolean byShortIdentifier = (command.p1() & SHORT_IDENTIFIER) != 0;
    if (!byShortIdentifier) {
      return read((command.p1() << 8) | command.p2(), command.expected());
    }
    int identifier = command.p1() & ~SHORT_IDENTIFIER;
    if (quirks.contains(CardQuirk.NO_SHORT_IDENTIFIERS) || identifier > SHORT_IDENTIFIER_BITS) {
      return refuse(StatusWord.INCORRECT_P1_P2);
    }
    Optional<CardFile> found = application.flatMap(each -> each.shortFile(identifier));
    if (found.isEmpty()) {
      return refuse(StatusWord.NOT_FOUND);
    }
    currentFile = found;
    return read(command.p2(), command.expected());
  }

  private ResponseApdu read(int offset, int expected) {
    if (!(currentFile.orElse(null) instanceof CardFile.Transparent file)) {
      return refuse(StatusWord.NO_CURRENT_EF);
    }
    if (!file.readable()) {
      return refuse(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
    }
    byte[] content = file.content();
    if (offset >= content.length) {
      return refuse(StatusWord.OFFSET_OUTSIDE_EF);
    }
    int length = Math.min(expected, content.length - offset);
    byte[] piece = Arrays.copyOfRange(content, offset, offset + length);
    // Le 00 asks for whatever there is (ISO/IEC 7816-4, 5.2); any other Le for that many bytes.
    boolean complete = length == expected || expected == EXPECTED_MAX;
    return ResponseApdu.of(piece, complete ? StatusWord.SUCCESS : StatusWord.END_OF_FILE);
  }

  private ResponseApdu challenge(CommandApdu command) {
    if (command.p1() != 0 || command.p2() != 0) {
      return refuse(StatusWord.INCORRECT_P1_P2);
    }
    if (command.expected() == 0 || command.data().length > 0) {
      return refuse(StatusWord.WRONG_LENGTH);
    }
    byte[] challenge = new byte[command.expected()];
    random.nextBytes(challenge);
    return ResponseApdu.of(challenge, StatusWord.SUCCESS);
  }

  private ResponseApdu verify(CommandApdu command) {
    if (command.p1() != 0 || (command.p2() & SHORT_IDENTIFIER) == 0) {
      return refuse(StatusWord.INCORRECT_P1_P2);
    }
    if (!(named(command.p2()).orElse(null) instanceof CardFile.Reference(CardPin pin))) {
      return refuse(StatusWord.REFERENCED_DATA_NOT_FOUND);
    }
    byte[] presented = command.data();
    if (command.expected() > 0) {
      return refuse(StatusWord.WRONG_LENGTH);
    }
    return ResponseApdu.of(presented.length == 0 ? pin.counter() : pin.verify(presented));
  }

  private ResponseApdu change(CommandApdu command) {
    if (command.p1() != 1 || (command.p2() & SHORT_IDENTIFIER) == 0) {
      return refuse(StatusWord.INCORRECT_P1_P2);
    }
    if (!(named(command.p2()).orElse(null) instanceof CardFile.Reference(CardPin pin))) {
      return refuse(StatusWord.REFERENCED_DATA_NOT_FOUND);
    }
    return command.data().length == 0
        ? refuse(StatusWord.WRONG_LENGTH)
        : ResponseApdu.of(pin.change(command.data()));
  }

  /** COMPUTE DIGITAL SIGNATURE over a DigestInfo: 80 2A 00 80 on a key EF, 80 2A 00 00 without. */
  private ResponseApdu computeSignature(CommandApdu command) {
    if (command.p1() != 0) {
      return refuse(StatusWord.INCORRECT_P1_P2);
    }
    Optional<CardFile> named = command.p2() == 0
        ? application.flatMap(each -> each.file(CardApplication.IMPLICIT_KEY))
        : named(command.p2());
    if (!(named.orElse(null) instanceof CardFile.SigningKey key)) {
      return refuse(StatusWord.REFERENCED_DATA_NOT_FOUND);
    }
    if (!key.usable()) {
      return refuse(StatusWord.SECURITY_STATUS_NOT_SATISFIED);
    }
    byte[] digestInfo = command.data();
    boolean fits = digestInfo.length > 0 && digestInfo.length <= DIGEST_INFO_MAX;
    return fits && command.expected() == EXPECTED_MAX
        ? ResponseApdu.of(key.key().signDigestInfo(digestInfo), StatusWord.SUCCESS)
        : refuse(StatusWord.WRONG_LENGTH);
  }

  /** P2 = 80 means the current EF, 80 plus a short identifier that EF, which becomes current. */
  private Optional<CardFile> named(int p2) {
    int identifier = p2 & ~SHORT_IDENTIFIER;
    if ((p2 & SHORT_IDENTIFIER) == 0 || identifier == 0) {
      return (p2 & SHORT_IDENTIFIER) == 0 ? Optional.empty() : currentFile;
    }
    Optional<CardFile> found = application.flatMap(each -> each.shortFile(identifier));
    currentFile = found.or(() -> currentFile);
    return found;
  }

  private static ResponseApdu refuse(StatusWord status) {
    return ResponseApdu.of(status);
  }
}
