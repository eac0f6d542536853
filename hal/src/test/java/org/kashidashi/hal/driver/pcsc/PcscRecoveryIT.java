package org.kashidashi.hal.driver.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.card.CardPresence;
import org.kashidashi.hal.card.ReaderUnavailableException;
import org.kashidashi.hal.card.jpki.CardLayout;
import org.kashidashi.hal.card.jpki.CardReading;
import org.kashidashi.hal.card.jpki.CardReading.CertificateRead;
import org.kashidashi.hal.card.jpki.CardReading.Moved;
import org.kashidashi.hal.card.jpki.CardReading.ReaderDown;
import org.kashidashi.hal.card.jpki.JpkiReader;
import org.kashidashi.hal.sim.CardFault;
import org.kashidashi.hal.sim.CardHolder;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.TestCards;

/** A whole reading on real parts, through everything that happens to them. */
final class PcscRecoveryIT {
  private static final TestCards CARDS = new TestCards();
  private static final CardReading READ =
      new CertificateRead(CARDS.issuer().certificate(CardVariant.NORMAL, TestCards.HOLDER));

  /** Far below what a person notices, far above what a busy machine takes. */
  private static final Duration WAKE_LIMIT = Duration.ofMillis(200);

  /** The driver waits 500 ms at a time: this is the middle of the first. */
  private static final Duration INTO_A_WAIT = Duration.ofMillis(250);

  private final VirtualBench bench = new VirtualBench();
  private final PcscCardReader reader = bench.reader();
  private final JpkiReader jpki = new JpkiReader(CardLayout.current(), System::nanoTime);

  @AfterEach
  void closeBench() {
    bench.close();
  }

  @Test
  void readsTheCertificate() {
    placed();
    assertEquals(READ, jpki.read(reader));
  }

  @Test
  void seesTheSameCardStillThereAfterReading() {
    placed();
    for (int i = 0; i < 3; i++) {
      assertEquals(READ, jpki.read(reader));
      assertEquals(CardPresence.PRESENT, reader.awaitChange(Duration.ofMillis(600)));
    }
  }

  @Test
  void recoversFromACardPulledAtEveryCommand() {
    placed();
    assertEquals(READ, jpki.read(reader));
    int commands = bench.link().received().size();
    bench.remove();
    for (int command = 1; command <= commands; command++) {
      placed();
      bench.faultAt(command, new CardFault.Pulled());
      assertEquals(new Moved(), jpki.read(reader), "pulled at command " + command);
      placed();
      assertEquals(READ, jpki.read(reader), "after a pull at command " + command);
      bench.remove();
    }
  }

  @Test
  void readsTheSecondOfTwoCardsThatSwapUnseen() {
    placed();
    assertEquals(READ, jpki.read(reader));
    CardHolder other = CardHolder.numbered(2);
    bench.swap(CARDS.issuer().issue(CardVariant.NORMAL, other));
    assertEquals(CardPresence.ABSENT, reader.awaitChange(bench.latency()));
    assertEquals(CardPresence.PRESENT, reader.awaitChange(bench.latency()));
    assertEquals(
        new CertificateRead(CARDS.issuer().certificate(CardVariant.NORMAL, other)),
        jpki.read(reader));
  }

  @Test
  void recoversWhenPcscdIsKilledAndRestarted() {
    for (int i = 0; i < 3; i++) {
      placed();
      assertEquals(READ, jpki.read(reader));
      bench.remove();
      bench.daemon().kill();
      assertInstanceOf(ReaderDown.class, jpki.read(reader));
      await(CardPresence.READER_DOWN);
      bench.daemon().start();
      await(CardPresence.ABSENT);
    }
  }

  @Test
  void recoversWhenPcscdWasDownAtStart() {
    bench.daemon().stop();
    try (VirtualBench late = new VirtualBench(bench.daemon())) {
      assertEquals(CardPresence.READER_DOWN, late.reader().awaitChange(Duration.ZERO));
      assertInstanceOf(ReaderDown.class, jpki.read(late.reader()));
      late.daemon().start();
      late.insert(CARDS.card());
      VirtualBench.awaitReport(late.reader(), CardPresence.PRESENT);
      assertEquals(READ, jpki.read(late.reader()));
    }
  }

  @Test
  void recoversWhenTheReaderIsUnpluggedAndPluggedInAgain() throws IOException {
    placed();
    bench.remove();
    bench.daemon().stop();
    bench.daemon().startWithoutReader();
    await(CardPresence.READER_DOWN);
    assertInstanceOf(ReaderDown.class, jpki.read(reader));
    bench.daemon().stop();
    bench.daemon().start();
    placed();
    assertEquals(READ, jpki.read(reader));
  }

  @Test
  void recoversFromACardThatHangsBeyondTheCommandLimit() {
    bench.insert(CARDS.card().slowedTo(Duration.ofSeconds(6)));
    await(CardPresence.PRESENT);
    long start = System.nanoTime();
    assertInstanceOf(ReaderDown.class, jpki.read(reader));
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(taken.toMillis() < 5500, "gave up after " + taken);
    bench.remove();
    await(CardPresence.ABSENT);
    placed();
    assertEquals(READ, jpki.read(reader));
  }

  @Test
  void recoversWhenPcscdFreezesAndThaws() {
    placed();
    bench.daemon().freeze();
    assertInstanceOf(ReaderDown.class, jpki.read(reader));
    bench.daemon().thaw();
    VirtualBench.awaitReport(reader, CardPresence.PRESENT);
    assertEquals(READ, jpki.read(reader));
  }

  @Test
  void holdsNobodyWhenPcscdFreezesDuringAWait() throws Exception {
    try (ExecutorService cardThread = Executors.newSingleThreadExecutor()) {
      cardThread.submit(this::placed).get();
      Future<CardPresence> wait =
          cardThread.submit(() -> reader.awaitChange(Duration.ofSeconds(50)));
      // Only a wait that has reached pcscd makes SCardCancel ask pcscd.
      Awaitility.await().pollDelay(INTO_A_WAIT).until(() -> !wait.isDone());
      bench.daemon().freeze();
      try {
        for (int i = 0; i < 20; i++) {
          assertTimeoutPreemptively(WAKE_LIMIT, reader::wake);
        }
        assertEquals(CardPresence.READER_DOWN, wait.get(6, TimeUnit.SECONDS));
        Future<?> connecting = cardThread.submit(
            () -> assertThrows(ReaderUnavailableException.class, reader::connect));
        connecting.get(6, TimeUnit.SECONDS);
        assertTimeoutPreemptively(WAKE_LIMIT, reader::wake);
      } finally {
        bench.daemon().thaw();
      }
      cardThread.submit(() -> await(CardPresence.PRESENT)).get();
      cardThread.submit(() -> assertEquals(READ, jpki.read(reader))).get();
    }
  }

  @Test
  void closesWhenPcscdIsFrozen() {
    placed();
    bench.daemon().freeze();
    try {
      assertTimeoutPreemptively(Duration.ofSeconds(6), reader::close);
    } finally {
      bench.daemon().thaw();
    }
  }

  private void placed() {
    bench.insert(CARDS.card());
    await(CardPresence.PRESENT);
  }

  private void await(CardPresence wanted) {
    VirtualBench.awaitReport(reader, wanted);
  }
}
