package org.kashidashi.hal.card.jpki.pin;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.kashidashi.hal.card.CardConnection;
import org.kashidashi.hal.card.CardException;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.card.StatusWord;
import org.kashidashi.hal.card.jpki.ApplicationIdentifier;
import org.kashidashi.hal.card.jpki.FileIdentifier;

/** The commands of one connection that PINs and keys need, within the limits of each step. */
final class PinDialogue {
  /** Staff and patron look on meanwhile; a signature takes well under a second. */
  static final Duration STEP_LIMIT = Duration.ofSeconds(5);

  /** Twice what the longest step needs, the reading of the largest key. */
  static final int COMMANDS_MAX = 20;

  private static final int CLA_PROPRIETARY = 0x80;
  private static final int INS_VERIFY = 0x20;
  private static final int INS_PERFORM_SECURITY_OPERATION = 0x2A;
  private static final int INS_SELECT = 0xA4;
  private static final int INS_READ_BINARY = 0xB0;
  private static final int SELECT_APPLICATION = 0x04;
  private static final int SELECT_FILE = 0x02;
  private static final int NO_CONTROL_INFORMATION = 0x0C;

  /** P2 of VERIFY and of COMPUTE DIGITAL SIGNATURE: what is meant is the current EF. */
  private static final int CURRENT_FILE = 0x80;

  private static final int EXPECTED_MAX = 256;

  private final CardConnection connection;
  private final LongSupplier nanoTime;
  private Optional<ApplicationIdentifier> current = Optional.empty();
  private long startNanos;
  private int commands;

  PinDialogue(CardConnection connection, LongSupplier nanoTime) {
    this.connection = connection;
    this.nanoTime = nanoTime;
  }

  void beginStep() {
    startNanos = nanoTime.getAsLong();
    commands = 0;
  }

  /** SELECT whatever is selected now: where it ends what was verified, that is what it is for. */
  void selectAnew(ApplicationIdentifier application) throws CardException, StepEndedException {
    current = Optional.empty();
    var _ = select(application);
  }

  /** Not sent when it is selected already: some cards then forget that a PIN was verified. */
  StatusWord select(ApplicationIdentifier application) throws CardException, StepEndedException {
    if (current.equals(Optional.of(application))) {
      return StatusWord.SUCCESS;
    }
    current = Optional.empty();
    StatusWord status = send(CommandApdu.sending(
            0, INS_SELECT, SELECT_APPLICATION, NO_CONTROL_INFORMATION, application.bytes()))
        .status();
    if (status.equals(StatusWord.SUCCESS)) {
      current = Optional.of(application);
    }
    return status;
  }

  StatusWord select(FileIdentifier file) throws CardException, StepEndedException {
    return send(CommandApdu.sending(
            0, INS_SELECT, SELECT_FILE, NO_CONTROL_INFORMATION, file.bytes()))
        .status();
  }

  /** VERIFY of four bytes alone tells the retry counter at no cost (ISO/IEC 7816-4, 11.6.6). */
  StatusWord counter() throws CardException, StepEndedException {
    return send(CommandApdu.of(0, INS_VERIFY, 0, CURRENT_FILE)).status();
  }

  /** Sent once, whatever the answer: a repetition could cost another try. */
  StatusWord verify(Pin pin) throws CardException, StepEndedException {
    byte[] digits = pin.ascii();
    CommandApdu command = CommandApdu.sending(0, INS_VERIFY, 0, CURRENT_FILE, digits);
    try {
      return sendOnce(command).status();
    } finally {
      Arrays.fill(digits, (byte) 0);
      command.wipe();
    }
  }

  ResponseApdu sign(byte[] digestInfo) throws CardException, StepEndedException {
    return send(CommandApdu.exchanging(
        CLA_PROPRIETARY,
        INS_PERFORM_SECURITY_OPERATION,
        0,
        CURRENT_FILE,
        digestInfo,
        EXPECTED_MAX));
  }

  /** Reads from the current EF. */
  ResponseApdu read(int offset, int length) throws CardException, StepEndedException {
    return send(CommandApdu.expecting(0, INS_READ_BINARY, offset >> 8, offset & 0xFF, length));
  }

  private ResponseApdu send(CommandApdu command) throws CardException, StepEndedException {
    ResponseApdu response = sendOnce(command);
    return response.status().equals(StatusWord.CONDITIONS_OF_USE_NOT_SATISFIED)
        ? sendOnce(command)
        : response;
  }

  private ResponseApdu sendOnce(CommandApdu command) throws CardException, StepEndedException {
    if (nanoTime.getAsLong() - startNanos > STEP_LIMIT.toNanos()) {
      throw new StepEndedException("the card took longer than %s".formatted(STEP_LIMIT));
    }
    if (commands == COMMANDS_MAX) {
      throw new StepEndedException("no end after %d commands".formatted(COMMANDS_MAX));
    }
    commands++;
    ResponseApdu response = connection.transmit(command);
    int length = response.data().length;
    if (length > command.expected()) {
      throw new StepEndedException(
          "%s answered %d bytes, asked for %d".formatted(command, length, command.expected()));
    }
    return response;
  }
}
