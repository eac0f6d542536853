package org.kashidashi.hal.driver.escpos;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.kashidashi.hal.display.CellPicture;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.escpos.EscPosPaper;
import org.kashidashi.hal.posix.Posix;
import org.kashidashi.hal.printer.PrinterBench;
import org.kashidashi.hal.printer.PrinterException;
import org.kashidashi.hal.printer.PrinterStatus;
import org.kashidashi.hal.printer.ReceiptPrinter;
import org.kashidashi.hal.printer.Slip;
import org.kashidashi.hal.pty.Pty;
import org.kashidashi.hal.sim.SlipPicture;

/**
 * The driver on a pseudo-terminal, at whose other end a thread plays the printer.
 *
 * <p>A slip counts as come out when a piece of paper looks exactly as one that was printed.
 */
final class PtyPrinterBench implements PrinterBench, Runnable {
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final Path link;
  private final EscPosPaper paper;
  private final EscPosPrinter driver;
  private final List<Slip> asked = new ArrayList<>();
  private final SlipPicture pictures = new SlipPicture(
      new CellPicture(FontList.debian(), SlipRaster.CELL_WIDTH, SlipRaster.CELL_HEIGHT));
  private final Posix posix = new Posix();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this, "printer");
  private int unplugAtRow = Integer.MAX_VALUE;
  private int stallAtRow = Integer.MAX_VALUE;
  private boolean stalled;
  private boolean plugged;
  private Pty pty = Pty.open();

  PtyPrinterBench(Path link, EscPosPaper paper, EscPosSettings settings) {
    this.link = link;
    this.paper = paper;
    this.driver = new EscPosPrinter(settings, FontList.debian());
    connect();
    thread.start();
  }

  EscPosPaper paper() {
    return paper;
  }

  @Override
  public ReceiptPrinter printer() {
    return new ReceiptPrinter() {
      @Override
      public int columns() {
        return driver.columns();
      }

      @Override
      public PrinterStatus status() {
        return driver.status();
      }

      @Override
      public void print(Slip slip) throws PrinterException {
        asked.add(slip);
        driver.print(slip);
      }

      @Override
      public void close() {
        driver.close();
      }
    };
  }

  @Override
  public List<List<String>> slips() {
    return paper.pieces().stream()
        .flatMap(piece -> asked.stream().filter(slip -> looksLike(piece, slip)).limit(1))
        .map(Slip::lines)
        .toList();
  }

  /** The slip as the simulator draws it, without its margins, dot for dot. */
  boolean looksLike(BufferedImage piece, Slip slip) {
    BufferedImage drawn = pictures.of(slip, driver.columns());
    if (piece.getHeight() != drawn.getHeight() - 2 * SlipRaster.CELL_HEIGHT
        || piece.getWidth() != drawn.getWidth() - 2 * SlipRaster.CELL_WIDTH) {
      return false;
    }
    for (int y = 0; y < piece.getHeight(); y++) {
      for (int x = 0; x < piece.getWidth(); x++) {
        int rgb = drawn.getRGB(x + SlipRaster.CELL_WIDTH, y + SlipRaster.CELL_HEIGHT);
        if (SlipRaster.isInk(rgb) != SlipRaster.isInk(piece.getRGB(x, y))) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public void endPaperAfter(int lines) {
    paper.endPaperAfter(lines * SlipRaster.CELL_HEIGHT);
  }

  @Override
  public void openCover() {
    paper.openCover();
  }

  @Override
  public void seeToIt() {
    paper.seeToIt();
  }

  @Override
  public synchronized void unplug() {
    disconnect();
  }

  @Override
  public synchronized void unplugAfter(int lines) {
    unplugAtRow = paper.rowsPrinted() + lines * SlipRaster.CELL_HEIGHT;
  }

  @Override
  public synchronized void replug() {
    pty = Pty.open();
    connect();
  }

  @Override
  public synchronized void stall() {
    stalled = true;
  }

  /** It stalls within a slip, and loses what was on its way. */
  synchronized void stallAfter(int lines) {
    stallAtRow = paper.rowsPrinted() + lines * SlipRaster.CELL_HEIGHT - 1;
  }

  @Override
  public synchronized void recover() {
    stallAtRow = Integer.MAX_VALUE;
    stalled = false;
  }

  @Override
  public synchronized void sendGarbage() {
    byte[] garbage = new byte[256];
    for (int i = 0; i < garbage.length; i++) {
      garbage[i] = (byte) i;
    }
    pty.send(garbage);
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    driver.close();
    pty.close();
  }

  @Override
  public void run() {
    try {
      while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        work();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void work() {
    if (stalled || !plugged) {
      return;
    }
    for (byte octet : pty.receive(PAUSE)) {
      byte[] answer = paper.accept(octet);
      if (answer.length > 0) {
        pty.send(answer);
      }
      if (paper.rowsPrinted() >= stallAtRow) {
        stalled = true;
        return;
      }
      if (paper.rowsPrinted() >= unplugAtRow) {
        unplugAtRow = Integer.MAX_VALUE;
        disconnect();
        return;
      }
    }
  }

  /** As a real line, it echoes nothing even before the driver has opened it. */
  private void connect() {
    try (Arena arena = Arena.ofConfined()) {
      int slave = (int)
          posix.open(pty.device().toString(), Posix.O_RDWR | Posix.O_NOCTTY).orThrow("open");
      MemorySegment terminal = arena.allocate(64, 8);
      posix.tcgetattr(slave, terminal).orThrow("tcgetattr");
      posix.cfmakeraw(terminal);
      posix.tcsetattr(slave, terminal).orThrow("tcsetattr");
      posix.close(slave).orThrow("close");
      Files.createSymbolicLink(link, pty.device());
      plugged = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void disconnect() {
    try {
      plugged = false;
      Files.delete(link);
      pty.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
