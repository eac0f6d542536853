package org.kashidashi.hal.driver.escpos;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.posix.Posix;
import org.kashidashi.hal.printer.PrinterException;
import org.kashidashi.hal.printer.PrinterStatus;
import org.kashidashi.hal.printer.ReceiptPrinter;
import org.kashidashi.hal.printer.Slip;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A receipt printer that speaks ESC/POS, which gets every slip as a picture. Belongs to one thread.
 *
 * <p>A slip is sent once. When the printer stops in the middle, what has not left this machine is
 * thrown away, and the printer is told to do the same (DLE DC4, function 8). A printer that does
 * not know this prints the rest of that slip when somebody has seen to it, which is parted from the
 * next one. A print takes at most three times the time that its line needs, two times the patience
 * of the settings, and three seconds.
 */
public final class EscPosPrinter implements ReceiptPrinter {
  private static final Logger LOG = LoggerFactory.getLogger(EscPosPrinter.class);

  private final EscPosSettings settings;
  private final SlipRaster raster;
  private final Posix posix = new Posix();
  private Line line = new Absent(Beginning.UNKNOWN, false);

  /** The plug, and what is known of the paper behind it. */
  private sealed interface Line {}

  private record Absent(Beginning beginning, boolean told) implements Line {}

  private record Ended() implements Line {}

  private record Present(
      PrinterConnection connection, PrinterDialogue dialogue, Beginning beginning) implements Line {
    Present at(Beginning next) {
      return new Present(connection, dialogue, next);
    }
  }

  /** What the printer may hold of earlier slips. */
  private enum Beginning {
    CLEAN,
    /** Somebody else's picture, cut off in the middle. */
    UNKNOWN,
    /** The same, and part of a slip of ours hangs out. */
    TORN
  }

  /**
   * Opens nothing yet: the printer may be missing when the kiosk starts.
   *
   * @throws IllegalArgumentException if the first font is missing, or one cannot be used
   */
  public EscPosPrinter(EscPosSettings settings, FontList fonts) {
    this.settings = settings;
    this.raster = new SlipRaster(fonts, settings.paper().columns());
  }

  @Override
  public int columns() {
    return settings.paper().columns();
  }

  @Override
  public PrinterStatus status() {
    Optional<Present> present = connect();
    if (present.isEmpty()) {
      return PrinterStatus.OFFLINE;
    }
    try {
      return present.get().dialogue().status();
    } catch (IOException e) {
      lose(present.get(), e);
      return PrinterStatus.OFFLINE;
    }
  }

  @Override
  public void print(Slip slip) throws PrinterException {
    if (line instanceof Ended) {
      throw new PrinterException(name() + " was closed", PrinterStatus.OFFLINE);
    }
    List<byte[]> bands = raster.bands(slip);
    PrinterStatus before = status();
    if (before != PrinterStatus.READY) {
      throw new PrinterException("%s says %s, see to it".formatted(name(), before), before);
    }
    if (!(line instanceof Present present)) {
      throw new IllegalStateException(name() + " was ready without a line");
    }
    try {
      if (!isPrinted(bands, present)) {
        throw giveUp(present);
      }
      line = present.at(Beginning.CLEAN);
    } catch (IOException e) {
      lose(present, e);
      throw new PrinterException(
          name() + " broke off within a slip, which may be torn", PrinterStatus.OFFLINE);
    }
  }

  @Override
  public void close() {
    if (line instanceof Present present) {
      present.connection().close();
    }
    line = new Ended();
    raster.close();
  }

  private boolean isPrinted(List<byte[]> bands, Present present) throws IOException {
    int octets = bands.stream().mapToInt(band -> band.length).sum() + raster.bandOctets();
    Duration transmission = Duration.ofMillis(3_000L * octets / settings.line().bytesPerSecond());
    Deadline taken = Deadline.in(settings.patience().plus(transmission));
    line = present.at(Beginning.TORN);
    if (!isStartedAnew(present, taken)) {
      return false;
    }
    for (byte[] band : bands) {
      if (!isTaken(present, band, taken)) {
        return false;
      }
    }
    if (!isTaken(present, EscPosCommand.end(settings.cut()), taken)) {
      return false;
    }
    Deadline done = Deadline.in(settings.patience());
    return settings.confirming()
        ? present.dialogue().awaitPaperStatusInTurn(done)
        : present.dialogue().awaitDrained(done)
            && present.dialogue().status() == PrinterStatus.READY;
  }

  /**
   * A printer that was cut off within a picture takes what comes next for the rest of it. White
   * dots end that picture; outside of one they are NUL, which a printer ignores.
   */
  private boolean isStartedAnew(Present present, Deadline limit) throws IOException {
    if (present.beginning() != Beginning.CLEAN) {
      byte[] white = new byte[raster.bandOctets()];
      if (!isTaken(present, white, limit)) {
        return false;
      }
    }
    if (!isTaken(present, EscPosCommand.initialise(), limit)) {
      return false;
    }
    return present.beginning() != Beginning.TORN
        || isTaken(present, EscPosCommand.end(settings.cut()), limit);
  }

  private boolean isTaken(Present present, byte[] command, Deadline limit) throws IOException {
    return present.connection().write(command, settings.patience(), limit) == command.length;
  }

  private PrinterException giveUp(Present present) throws IOException {
    present.connection().discard();
    byte[] clear = EscPosCommand.clearBuffer();
    Deadline limit = Deadline.in(Duration.ofSeconds(1));
    int taken = present.connection().write(clear, Duration.ofSeconds(1), limit);
    PrinterStatus status =
        taken == clear.length ? present.dialogue().status() : PrinterStatus.OFFLINE;
    if (status == PrinterStatus.READY) {
      return new PrinterException(
          name() + " did not confirm a slip, look whether it came out", PrinterStatus.OFFLINE);
    }
    return new PrinterException(
        "%s says %s within a slip, which may be torn".formatted(name(), status), status);
  }

  private Optional<Present> connect() {
    return switch (line) {
      case Present present -> Optional.of(present);
      case Ended _ -> Optional.empty();
      case Absent absent -> open(absent);
    };
  }

  private Optional<Present> open(Absent absent) {
    try {
      PrinterConnection connection = PrinterConnection.open(posix, settings.line());
      Present present =
          new Present(connection, new PrinterDialogue(connection), absent.beginning());
      line = present;
      return Optional.of(present);
    } catch (IOException e) {
      if (!absent.told()) {
        LOG.warn("{} cannot be opened, check plug, path and group: {}", name(), e.getMessage());
      }
      line = new Absent(absent.beginning(), true);
      return Optional.empty();
    }
  }

  private void lose(Present present, IOException cause) {
    LOG.info("{} is gone: {}", name(), cause.getMessage());
    present.connection().close();
    boolean torn = line instanceof Present last && last.beginning() == Beginning.TORN;
    line = new Absent(torn ? Beginning.TORN : Beginning.UNKNOWN, true);
  }

  private String name() {
    return "printer " + settings.line().device();
  }
}
