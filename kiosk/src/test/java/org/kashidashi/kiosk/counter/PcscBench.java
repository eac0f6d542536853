package org.kashidashi.kiosk.counter;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.kashidashi.hal.card.CardPresence;
import org.kashidashi.hal.card.ReaderUnavailableException;
import org.kashidashi.hal.driver.pcsc.PcscCardReader;
import org.kashidashi.hal.driver.pcsc.PcscSettings;
import org.kashidashi.hal.driver.pcsc.ReaderRule;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.VirtualReaderLink;

/** The real driver on a real pcscd, with software cards on vsmartcard's virtual reader. */
final class PcscBench implements CardBench {
  /** pcscd looks at this reader every 400 ms, and must have seen it empty. */
  private static final Duration PCSCD_LOOKS = Duration.ofMillis(500);

  private final PcscCardReader reader;
  private Optional<VirtualReaderLink> link = Optional.empty();

  PcscBench() {
    try {
      ReaderRule rule = new ReaderRule("^Virtual PCD 00 00$", ReaderRule.Slot.ANY);
      reader = PcscCardReader.open(PcscSettings.of(rule), System::nanoTime);
    } catch (ReaderUnavailableException e) {
      throw new IllegalStateException("libpcsclite1 is not installed", e);
    }
  }

  @Override
  public PcscCardReader reader() {
    return reader;
  }

  @Override
  public void insert(SimCard card) {
    await().pollDelay(PCSCD_LOOKS).atMost(10, SECONDS).ignoreExceptions().until(() -> {
      link = Optional.of(VirtualReaderLink.insert(card));
      return true;
    });
    awaitPresence(CardPresence.PRESENT);
  }

  @Override
  public void remove() {
    if (link.isPresent()) {
      link.get().close();
      link = Optional.empty();
      awaitPresence(CardPresence.ABSENT);
    }
  }

  /** Takes the card away while somebody works on it, who notices by themselves. */
  void pull() {
    link.orElseThrow().close();
    link = Optional.empty();
  }

  private void awaitPresence(CardPresence wanted) {
    await()
        .pollInSameThread()
        .atMost(15, SECONDS)
        .until(() -> reader.awaitChange(Duration.ofMillis(500)) == wanted);
  }

  @Override
  public void close() {
    remove();
    reader.close();
  }
}
