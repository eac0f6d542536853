package org.kashidashi.hal.driver.escpos;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import org.kashidashi.hal.printer.PrinterStatus;

/**
 * Asks a printer and makes out its answers. Belongs to one thread.
 *
 * <p>Nothing that comes is trusted: bytes that answer nothing are dropped, and no wait is longer
 * for them.
 */
final class PrinterDialogue {
  /** The port's limit for the status. */
  private static final Duration STATUS_LIMIT = Duration.ofSeconds(1);

  /** How often a printer at work is asked whether it still is. */
  private static final Duration ASKING_PAUSE = Duration.ofMillis(500);

  private final PrinterConnection connection;
  private final byte[] buffer = new byte[64];
  private boolean paperStatusCame;

  PrinterDialogue(PrinterConnection connection) {
    this.connection = connection;
  }

  /** What the printer says of itself; OFFLINE if it says too little within a second. */
  PrinterStatus status() throws IOException {
    Deadline limit = Deadline.in(STATUS_LIMIT);
    dropLateAnswers(limit);
    OptionalInt printer = ask(StatusRequest.PRINTER, limit);
    OptionalInt cause = printer.isPresent() ? ask(StatusRequest.OFFLINE_CAUSE, limit) : printer;
    OptionalInt paper = cause.isPresent() ? ask(StatusRequest.PAPER, limit) : cause;
    if (paper.isEmpty()) {
      return PrinterStatus.OFFLINE;
    }
    return of(printer.getAsInt(), cause.getAsInt(), paper.getAsInt());
  }

  /**
   * Waits until the printer has worked off all it was sent.
   *
   * @return false if it went offline meanwhile, or the time is over
   */
  boolean awaitPaperStatusInTurn(Deadline limit) throws IOException {
    paperStatusCame = false;
    if (!isSent(EscPosCommand.paperStatusInTurn(), limit)) {
      return false;
    }
    Deadline nextQuestion = Deadline.in(ASKING_PAUSE);
    while (!limit.isOver()) {
      OptionalInt answer = listen();
      if (paperStatusCame) {
        return true;
      }
      if (answer.isPresent() && (answer.getAsInt() & StatusRequest.OFFLINE) != 0) {
        return false;
      }
      if (nextQuestion.isOver()) {
        nextQuestion = Deadline.in(ASKING_PAUSE);
        isSent(EscPosCommand.statusAtOnce(StatusRequest.PRINTER), limit);
      }
    }
    return false;
  }

  /** Waits until the line has taken all it was sent; false if the time is over. */
  boolean awaitDrained(Deadline limit) throws IOException {
    while (!connection.isDrained()) {
      if (limit.isOver()) {
        return false;
      }
      listen();
    }
    return true;
  }

  /** The cover comes first: a printer with an open cover sees no paper either. */
  private static PrinterStatus of(int printer, int cause, int paper) {
    if ((cause & StatusRequest.COVER_OPEN) != 0) {
      return PrinterStatus.COVER_OPEN;
    }
    if ((paper & StatusRequest.PAPER_END) != 0
        || (cause & StatusRequest.STOPPED_BY_PAPER_END) != 0) {
      return PrinterStatus.PAPER_OUT;
    }
    boolean works = (printer & StatusRequest.OFFLINE) == 0 && (cause & StatusRequest.ERROR) == 0;
    return works ? PrinterStatus.READY : PrinterStatus.OFFLINE;
  }

  private OptionalInt ask(StatusRequest request, Deadline limit) throws IOException {
    if (!isSent(EscPosCommand.statusAtOnce(request), limit)) {
      return OptionalInt.empty();
    }
    while (!limit.isOver()) {
      OptionalInt answer = listen();
      if (answer.isPresent()) {
        return answer;
      }
    }
    return OptionalInt.empty();
  }

  private boolean isSent(byte[] command, Deadline limit) throws IOException {
    return connection.write(command, STATUS_LIMIT, limit) == command.length;
  }

  /** An answer to an earlier question must not be taken for one to the next: they look alike. */
  private void dropLateAnswers(Deadline limit) throws IOException {
    while (!limit.isOver() && connection.read(buffer) > 0) {
      paperStatusCame = false;
    }
  }

  /** Of several answers that have come together, the last one is the newest. */
  private OptionalInt listen() throws IOException {
    int count = connection.read(buffer);
    OptionalInt answer = OptionalInt.empty();
    for (int i = 0; i < count; i++) {
      int octet = buffer[i] & 0xFF;
      paperStatusCame |= StatusRequest.isPaperStatusInTurn(octet);
      answer = StatusRequest.isAnswer(octet) ? OptionalInt.of(octet) : answer;
    }
    return answer;
  }
}
