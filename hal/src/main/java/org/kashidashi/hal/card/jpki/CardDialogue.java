package org.kashidashi.hal.card.jpki;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.kashidashi.hal.card.CardConnection;
import org.kashidashi.hal.card.CardException;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.card.StatusWord;
import org.kashidashi.hal.card.jpki.CardReading.DamagedCertificate;
import org.kashidashi.hal.card.jpki.CardReading.Moved;

/**
 * The few commands that reading without a PIN needs, within the limits of one attempt.
 *
 * <p>SELECT, READ BINARY and the one signature that no PIN keeps are all there is: nothing in this
 * class can present or change a PIN, or use a key that a PIN keeps.
 */
final class CardDialogue {
  /** A patron waits this long with the hand on the reader, no longer. */
  static final Duration ATTEMPT_LIMIT = Duration.ofSeconds(5);

  /** Twice what the largest certificate needs; a card that answers in crumbs is hostile. */
  static final int COMMANDS_MAX = 48;

  private static final int INS_SELECT = 0xA4;
  private static final int INS_READ_BINARY = 0xB0;
  private static final int CLA_PROPRIETARY = 0x80;
  private static final int INS_PERFORM_SECURITY_OPERATION = 0x2A;
  private static final int EXPECTED_MAX = 256;
  private static final int SELECT_APPLICATION = 0x04;
  private static final int SELECT_FILE = 0x02;
  private static final int NO_CONTROL_INFORMATION = 0x0C;
  private static final int SHORT_IDENTIFIER = 0x80;

  private final CardConnection connection;
  private final LongSupplier nanoTime;
  private final long startNanos;
  private int commands;

  CardDialogue(CardConnection connection, LongSupplier nanoTime) {
    this.connection = connection;
    this.nanoTime = nanoTime;
    this.startNanos = nanoTime.getAsLong();
  }

  StatusWord select(ApplicationIdentifier application) throws CardException, AttemptEndedException {
    return send(CommandApdu.sending(
            0, INS_SELECT, SELECT_APPLICATION, NO_CONTROL_INFORMATION, application.bytes()))
        .status();
  }

  StatusWord select(FileIdentifier file) throws CardException, AttemptEndedException {
    return send(CommandApdu.sending(
            0, INS_SELECT, SELECT_FILE, NO_CONTROL_INFORMATION, file.bytes()))
        .status();
  }

  /** Reads the start of a file named by its short identifier, which makes it the current EF. */
  ResponseApdu readStart(FileIdentifier file, int length)
      throws CardException, AttemptEndedException {
    return send(
        CommandApdu.expecting(0, INS_READ_BINARY, SHORT_IDENTIFIER | file.value(), 0, length));
  }

  /** Reads from the current EF. */
  ResponseApdu read(int offset, int length) throws CardException, AttemptEndedException {
    return send(CommandApdu.expecting(0, INS_READ_BINARY, offset >> 8, offset & 0xFF, length));
  }

  /**
   * COMPUTE DIGITAL SIGNATURE with the key that the current application uses when none was named;
   * it asks for no credential.
   */
  ResponseApdu signImplicitly(byte[] digestInfo) throws CardException, AttemptEndedException {
    return send(CommandApdu.exchanging(
        CLA_PROPRIETARY, INS_PERFORM_SECURITY_OPERATION, 0, 0, digestInfo, EXPECTED_MAX));
  }

  private ResponseApdu send(CommandApdu command) throws CardException, AttemptEndedException {
    boolean first = commands == 0;
    ResponseApdu response = sendOnce(command);
    StatusWord status = response.status();
    // Seen from real cards: the first command after power-up answers 6F00, any may answer 6985.
    boolean again = (first && status.equals(StatusWord.NO_PRECISE_DIAGNOSIS))
        || status.equals(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED);
    return again ? sendOnce(command) : response;
  }

  private ResponseApdu sendOnce(CommandApdu command) throws CardException, AttemptEndedException {
    if (nanoTime.getAsLong() - startNanos > ATTEMPT_LIMIT.toNanos()) {
      throw new AttemptEndedException(new Moved());
    }
    if (commands == COMMANDS_MAX) {
      throw new AttemptEndedException(
          new DamagedCertificate("no end after %d commands".formatted(COMMANDS_MAX)));
    }
    commands++;
    ResponseApdu response = connection.transmit(command);
    int length = response.data().length;
    if (length > command.expected()) {
      throw new AttemptEndedException(new DamagedCertificate(
          "%s answered %d bytes, asked for %d".formatted(command, length, command.expected())));
    }
    return response;
  }
}
