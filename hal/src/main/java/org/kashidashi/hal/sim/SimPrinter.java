package org.kashidashi.hal.sim;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.printer.PrinterException;
import org.kashidashi.hal.printer.PrinterStatus;
import org.kashidashi.hal.printer.ReceiptPrinter;
import org.kashidashi.hal.printer.Slip;

/**
 * A receipt printer that keeps what came out. One thread prints; any thread may set its state and
 * look.
 *
 * <p>Strict: it refuses lines wider than the paper, control characters, and printing once closed.
 */
public final class SimPrinter implements ReceiptPrinter {
  private static final int NEVER = Integer.MAX_VALUE;

  private final int columns;
  private final List<Slip> printed = new CopyOnWriteArrayList<>();
  private final List<Slip> torn = new CopyOnWriteArrayList<>();
  private volatile PrinterStatus status = PrinterStatus.READY;
  private final AtomicInteger linesUntilPaperEnds = new AtomicInteger(NEVER);
  private final AtomicInteger linesUntilBreak = new AtomicInteger(NEVER);
  private volatile boolean closed;

  /**
   * A printer with paper of so many half-width columns.
   *
   * @param columns 32 on 58 mm, 48 on 80 mm
   */
  public SimPrinter(int columns) {
    this.columns = columns;
  }

  /** What the printer says from now on; READY means that somebody has seen to it. */
  public void become(PrinterStatus next) {
    status = next;
    if (next == PrinterStatus.READY) {
      linesUntilPaperEnds.set(NEVER);
      linesUntilBreak.set(NEVER);
    }
  }

  /** The paper ends after so many more lines, in the middle of a slip if it comes so. */
  public void endPaperAfter(int lines) {
    linesUntilPaperEnds.set(lines);
  }

  /** The printer goes offline after so many more lines, as if somebody pulled its plug. */
  public void breakOffAfter(int lines) {
    linesUntilBreak.set(lines);
  }

  /** The slips that came out whole, oldest first. */
  public List<Slip> printed() {
    return List.copyOf(printed);
  }

  /** The beginnings of slips that did not come out whole. */
  public List<Slip> torn() {
    return List.copyOf(torn);
  }

  /** How a slip looks on this printer's paper. */
  public BufferedImage picture(Slip slip, SlipPicture pictures) {
    return pictures.of(slip, columns);
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public PrinterStatus status() {
    return closed ? PrinterStatus.OFFLINE : status;
  }

  @Override
  public void print(Slip slip) throws PrinterException {
    slip.lines().forEach(this::requirePrintable);
    if (closed) {
      throw new PrinterException("the printer was closed", PrinterStatus.OFFLINE);
    }
    if (status != PrinterStatus.READY) {
      throw new PrinterException("the printer says " + status + ", see to it", status);
    }
    int lines = slip.lines().size();
    if (lines > linesUntilPaperEnds.get()) {
      throw tear(slip, linesUntilPaperEnds, PrinterStatus.PAPER_OUT);
    }
    if (lines > linesUntilBreak.get()) {
      throw tear(slip, linesUntilBreak, PrinterStatus.OFFLINE);
    }
    linesUntilPaperEnds.getAndUpdate(left -> left == NEVER ? NEVER : left - lines);
    linesUntilBreak.getAndUpdate(left -> left == NEVER ? NEVER : left - lines);
    printed.add(slip);
  }

  @Override
  public void close() {
    closed = true;
  }

  private PrinterException tear(Slip slip, AtomicInteger linesLeft, PrinterStatus because) {
    int came = linesLeft.getAndSet(0);
    if (came > 0) {
      torn.add(new Slip(slip.lines().subList(0, came)));
    }
    status = because;
    return new PrinterException(
        "%s after %d of %d lines, see to the printer"
            .formatted(because, came, slip.lines().size()),
        because);
  }

  /** Says nothing of the line itself: receipts are personal. */
  private void requirePrintable(String line) {
    if (Cells.columns(line) > columns) {
      throw new IllegalArgumentException(
          "line of %d columns on paper of %d".formatted(Cells.columns(line), columns));
    }
    if (line.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("line with a control character");
    }
  }
}
