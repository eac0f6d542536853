package org.kashidashi.hal.driver.pcsc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.kashidashi.hal.card.CardPresence;
import org.kashidashi.hal.card.CardReaderContract.Bench;
import org.kashidashi.hal.card.CardReaderContract.Unreadable;
import org.kashidashi.hal.card.CardUnreadableException.Reason;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.ReaderUnavailableException;
import org.kashidashi.hal.card.ResponseApdu;
import org.kashidashi.hal.card.StatusWord;
import org.kashidashi.hal.sim.CardFault;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.VirtualReaderLink;

/** The real driver on a real pcscd, with software cards on vsmartcard's virtual reader. */
final class VirtualBench implements Bench {
  private static final Duration PCSCD_LOOKS = Duration.ofMillis(500);
  private static final String READER = "Virtual PCD 00 00";

  private final PcscDaemon daemon;
  private final PcscTerminal terminal;
  private final PcscCardReader reader;
  private Optional<SimCard> card = Optional.empty();
  private Optional<VirtualReaderLink> link = Optional.empty();

  VirtualBench() {
    this(started(PcscDaemon.required()));
  }

  /** On a daemon that need not run yet. */
  VirtualBench(PcscDaemon daemon) {
    this.daemon = daemon;
    try {
      ReaderRule rule = new ReaderRule("^Virtual PCD 00 00$", ReaderRule.Slot.ANY);
      reader = PcscCardReader.open(PcscSettings.of(rule), System::nanoTime);
      terminal = new PcscTerminal(PcscLibrary.load("libpcsclite.so.1"), READER);
    } catch (ReaderUnavailableException | PcscException e) {
      throw new IllegalStateException("libpcsclite1 is not installed", e);
    }
  }

  private static PcscDaemon started(PcscDaemon daemon) {
    daemon.start();
    return daemon;
  }

  /** Fails unless the reader says so within the time that hardware and pcscd may take. */
  static void awaitReport(PcscCardReader reader, CardPresence wanted) {
    Awaitility.await()
        .pollInSameThread()
        .atMost(15, SECONDS)
        .until(() -> reader.awaitChange(Duration.ofMillis(500)) == wanted);
  }

  PcscDaemon daemon() {
    return daemon;
  }

  VirtualReaderLink link() {
    return link.orElseThrow();
  }

  @Override
  public PcscCardReader reader() {
    return reader;
  }

  /**
   * Lays a card down as a hand does, not before pcscd has looked: it looks at this reader every 400
   * ms, and a card that is back before it looked after a failed reset is never noticed.
   */
  @Override
  public void insert(SimCard inserted) {
    card = Optional.of(inserted);
    await().pollDelay(PCSCD_LOOKS).atMost(10, SECONDS).ignoreExceptions().until(() -> {
      link = Optional.of(VirtualReaderLink.insert(inserted));
      return true;
    });
  }

  @Override
  public void remove() {
    card = Optional.empty();
    link.ifPresent(VirtualReaderLink::close);
    link = Optional.empty();
  }

  /** Slow enough for pcscd, which looks at this reader every 400 ms; our driver does not look. */
  @Override
  public void swap(SimCard other) {
    remove();
    awaitPresence(false);
    insert(other);
    awaitPresence(true);
  }

  void awaitPresence(boolean present) {
    await().atMost(10, SECONDS).until(() -> terminal.isCardPresent() == present);
  }

  /** vpcd cannot stage a mute card: it waits for the answer to reset without end. */
  @Override
  public Unreadable insertUnreadable() {
    insert(new GarbledCard());
    return new Unreadable(CardPresence.PRESENT, Reason.COLLISION);
  }

  @Override
  public void down() {
    link.ifPresent(VirtualReaderLink::close);
    daemon.stop();
  }

  @Override
  public void up() {
    daemon.start();
    card.ifPresent(this::insert);
  }

  @Override
  public void faultAt(int nthCommand, CardFault fault) {
    link().faultAt(nthCommand, fault);
  }

  @Override
  public Duration latency() {
    return Duration.ofSeconds(4);
  }

  @Override
  public void close() {
    remove();
    reader.close();
    daemon.start();
    awaitPresence(false);
  }

  /** Gives an answer to reset that is none (ISO/IEC 7816-3, 8.2.1), as two cards at once do. */
  private static final class GarbledCard implements SimCard {
    @Override
    public ResponseApdu transmit(CommandApdu command) {
      return ResponseApdu.of(StatusWord.NO_PRECISE_DIAGNOSIS);
    }

    @Override
    public byte[] atr() {
      return new byte[] {(byte) 0xA5, 0x5A, (byte) 0xFF};
    }

    @Override
    public void reset() {
      // There is nothing to forget.
    }

    @Override
    public void powerOff() {
      // There is nothing to forget.
    }
  }
}
