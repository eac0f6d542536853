package org.kashidashi.hal.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.barcode.ScannerEvent.Lost;
import org.kashidashi.hal.barcode.ScannerEvent.Ready;
import org.kashidashi.hal.barcode.ScannerEvent.Rejected;
import org.kashidashi.hal.barcode.ScannerEvent.Rejected.Reason;
import org.kashidashi.hal.barcode.ScannerEvent.Scanned;

/** What every {@link BarcodeScanner} keeps to. */
public abstract class BarcodeScannerContract {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(20);

  private ScannerBench bench;

  /** A bench whose scanner is plugged in, or not. */
  protected abstract ScannerBench bench(boolean plugged);

  @BeforeEach
  void setUp() {
    bench = bench(true);
  }

  @AfterEach
  void tearDown() {
    bench.close();
  }

  @Test
  void saysReadyOnceAtTheStart() {
    assertEquals(new Ready(), next());
    assertEquals(Optional.empty(), bench.scanner().await(SHORT));
  }

  @Test
  void givesScansInOrder() {
    ready();
    bench.send("A1234567A\r\n4912345678904\r");
    assertScanned("A1234567A");
    assertScanned("4912345678904");
    assertEquals(Optional.empty(), bench.scanner().await(SHORT));
  }

  @Test
  void givesScanSentInPieces() {
    ready();
    bench.send("491234");
    assertEquals(Optional.empty(), bench.scanner().await(SHORT));
    bench.send("5678904\n");
    assertScanned("4912345678904");
  }

  @Test
  void rejectsGarbageOnceAndGoesOn() {
    ready();
    bench.send("12\u001b[2J45\r" + "9".repeat(200) + "\r123\r");
    assertEquals(new Rejected(Reason.CONTROL_CHARACTER), next());
    assertEquals(new Rejected(Reason.TOO_LONG), next());
    assertScanned("123");
  }

  @Test
  void rejectsLineThatStalls() {
    ready();
    bench.send("4912");
    bench.stall();
    assertEquals(new Rejected(Reason.INCOMPLETE), next());
  }

  @Test
  void saysLostOnceWhenUnpluggedAndReadyOnceWhenReplugged() {
    ready();
    bench.unplug();
    assertInstanceOf(Lost.class, next());
    assertEquals(Optional.empty(), bench.scanner().await(SHORT));
    assertEquals(Optional.empty(), bench.scanner().await(Duration.ofMillis(400)));
    bench.replug();
    assertEquals(new Ready(), next());
    bench.send("123\r");
    assertScanned("123");
  }

  @Test
  void forgetsHalfLineWhenUnplugged() {
    ready();
    bench.send("12");
    assertEquals(Optional.empty(), bench.scanner().await(SHORT));
    bench.unplug();
    assertInstanceOf(Lost.class, next());
    bench.replug();
    assertEquals(new Ready(), next());
    bench.send("34\r");
    assertScanned("34");
  }

  @Test
  void saysLostWhenMissingAtTheStartAndReadyWhenItComes() {
    try (ScannerBench missing = bench(false)) {
      assertInstanceOf(Lost.class, missing.scanner().await(LONG).orElseThrow());
      missing.replug();
      assertEquals(new Ready(), missing.scanner().await(LONG).orElseThrow());
    }
  }

  @Test
  void givesNothingOnceClosed() {
    ready();
    bench.send("123\r");
    bench.scanner().close();
    bench.scanner().close();
    assertEquals(Optional.empty(), bench.scanner().await(LONG));
  }

  @Test
  void endsRunningAwaitWhenClosed() throws Exception {
    ready();
    assertEndsWhenClosed(bench.scanner());
  }

  @Test
  void endsRunningAwaitWhenClosedWhileUnplugged() throws Exception {
    try (ScannerBench missing = bench(false)) {
      assertInstanceOf(Lost.class, missing.scanner().await(LONG).orElseThrow());
      assertEndsWhenClosed(missing.scanner());
    }
  }

  private static void assertEndsWhenClosed(BarcodeScanner scanner) throws Exception {
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<Optional<ScannerEvent>> await =
          executor.submit(() -> scanner.await(Duration.ofSeconds(50)));
      assertEquals(Optional.empty(), scannerIsIdle(await));
      scanner.close();
      assertEquals(Optional.empty(), await.get(5, TimeUnit.SECONDS));
    }
  }

  /** Gives the other thread the time to be inside its wait. */
  private static Optional<ScannerEvent> scannerIsIdle(Future<Optional<ScannerEvent>> await)
      throws Exception {
    try {
      return await.get(100, TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      assertTrue(!await.isDone(), "still waiting");
      return Optional.empty();
    }
  }

  private void ready() {
    assertEquals(new Ready(), next());
  }

  private void assertScanned(String text) {
    assertEquals(new Scanned(new Scan(text)), next());
  }

  private ScannerEvent next() {
    return bench.scanner().await(LONG).orElseThrow();
  }
}
