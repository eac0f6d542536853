package org.kashidashi.hal.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.sim.CardFault;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.hal.sim.TestCards;

/** What every {@link CardReader} owes, whatever stands behind it. */
public abstract class CardReaderContract {
  /** A reader under test, with hands that put cards on it. */
  public interface Bench extends AutoCloseable {
    CardReader reader();

    void insert(SimCard card);

    void remove();

    /** One card away, another there, so fast that nobody asks in between. */
    void swap(SimCard card);

    void insertMute();

    void down();

    void up();

    void faultAt(int nthCommand, CardFault fault);

    /** Declared difference: how long the hardware may take to notice a change. */
    Duration latency();

    @Override
    void close();
  }

  private static final TestCards CARDS = new TestCards();
  private static final CommandApdu SELECT_JPKI =
      CommandApdu.sending(0, 0xA4, 4, 0x0C, HexFormat.of().parseHex("D392F000260100000001"));
  private static final CommandApdu READ_LABEL = CommandApdu.expecting(0, 0xB0, 0x86, 0, 32);

  private Bench bench;
  private CardReader reader;

  protected abstract Bench open();

  @BeforeEach
  void openBench() {
    bench = open();
    reader = bench.reader();
  }

  @AfterEach
  void closeBench() {
    bench.close();
  }

  @Test
  void reportsAbsentAtOnceWhenNothingLiesThere() {
    assertEquals(CardPresence.ABSENT, reader.awaitChange(CardReader.TIMEOUT_MAX));
  }

  @Test
  void reportsPresentWhenCardIsPlaced() {
    assertEquals(CardPresence.ABSENT, reader.awaitChange(Duration.ZERO));
    bench.insert(CARDS.card());
    assertEquals(CardPresence.PRESENT, reader.awaitChange(bench.latency()));
  }

  @Test
  void reportsAbsentWhenCardIsTaken() {
    placed();
    bench.remove();
    assertEquals(CardPresence.ABSENT, reader.awaitChange(bench.latency()));
  }

  @Test
  void repeatsTheLastReportWhenNothingChanges() {
    placed();
    assertEquals(CardPresence.PRESENT, reader.awaitChange(Duration.ofMillis(50)));
    assertEquals(CardPresence.PRESENT, reader.awaitChange(Duration.ZERO));
  }

  @Test
  void refusesWaitOutsideItsLimits() {
    assertThrows(IllegalArgumentException.class, () -> reader.awaitChange(Duration.ofSeconds(61)));
    assertThrows(IllegalArgumentException.class, () -> reader.awaitChange(Duration.ofMillis(-1)));
  }

  @Test
  void reportsAbsentBetweenTwoCardsWhenTheySwapUnseen() {
    placed();
    bench.swap(CARDS.card());
    assertEquals(
        List.of(CardPresence.ABSENT, CardPresence.PRESENT), changesUntil(CardPresence.PRESENT));
  }

  @Test
  void reportsAbsentWhenTheSameCardWasAwayUnseen() {
    SimCard card = CARDS.card();
    bench.insert(card);
    assertEquals(CardPresence.PRESENT, await(CardPresence.PRESENT));
    bench.swap(card);
    assertEquals(
        List.of(CardPresence.ABSENT, CardPresence.PRESENT), changesUntil(CardPresence.PRESENT));
  }

  @Test
  void reportsMuteWhenSomethingDoesNotAnswer() {
    reader.awaitChange(Duration.ZERO);
    bench.insertMute();
    assertEquals(CardPresence.MUTE, await(CardPresence.MUTE));
    CardUnreadableException unreadable =
        assertThrows(CardUnreadableException.class, () -> reader.connect());
    assertEquals(CardUnreadableException.Reason.MUTE, unreadable.reason());
  }

  @Test
  void wakeEndsARunningWait() {
    reader.awaitChange(Duration.ZERO);
    Executor later = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);
    CompletableFuture<Void> waking = CompletableFuture.runAsync(reader::wake, later);
    long start = System.nanoTime();
    assertEquals(CardPresence.ABSENT, reader.awaitChange(Duration.ofSeconds(30)));
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 10);
    waking.join();
  }

  @Test
  void wakeEndsTheNextWaitWhenNoneRuns() {
    reader.awaitChange(Duration.ZERO);
    reader.wake();
    long start = System.nanoTime();
    assertEquals(CardPresence.ABSENT, reader.awaitChange(Duration.ofSeconds(30)));
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 10);
  }

  @Test
  void refusesConnectionWhenNoCardIsThere() {
    assertThrows(CardRemovedException.class, () -> reader.connect());
  }

  @Test
  void executesCommandsOnTheCard() throws CardException {
    placed();
    try (CardConnection connection = reader.connect()) {
      assertTrue(connection.atr().startsWith("3B88"), connection.atr());
      assertTrue(connection.transmit(SELECT_JPKI).succeeded());
      ResponseApdu label = connection.transmit(READ_LABEL);
      assertTrue(label.succeeded());
      assertEquals(32, label.data().length);
    }
  }

  @Test
  void forgetsTheSelectedApplicationBetweenConnections() throws CardException {
    placed();
    try (CardConnection connection = reader.connect()) {
      assertTrue(connection.transmit(SELECT_JPKI).succeeded());
    }
    try (CardConnection connection = reader.connect()) {
      assertFalse(connection.transmit(READ_LABEL).succeeded());
    }
  }

  @Test
  void closesConnectionTwiceWithoutHarm() throws CardException {
    placed();
    CardConnection connection = reader.connect();
    connection.close();
    connection.close();
    assertThrows(IllegalStateException.class, () -> connection.transmit(SELECT_JPKI));
  }

  @Test
  void refusesSecondConnectionWhileOneIsOpen() throws CardException {
    placed();
    try (CardConnection connection = reader.connect()) {
      assertThrows(IllegalStateException.class, () -> reader.connect());
      assertThrows(IllegalStateException.class, () -> reader.awaitChange(Duration.ZERO));
      assertTrue(connection.transmit(SELECT_JPKI).succeeded());
    }
  }

  @Test
  void endsConnectionWhenCardIsPulledDuringCommand() throws CardException {
    placed();
    bench.faultAt(2, new CardFault.Pulled());
    try (CardConnection connection = reader.connect()) {
      assertTrue(connection.transmit(SELECT_JPKI).succeeded());
      assertThrows(CardRemovedException.class, () -> connection.transmit(READ_LABEL));
      assertThrows(IllegalStateException.class, () -> connection.transmit(READ_LABEL));
    }
    assertEquals(CardPresence.ABSENT, await(CardPresence.ABSENT));
    bench.insert(CARDS.card());
    assertEquals(CardPresence.PRESENT, await(CardPresence.PRESENT));
    assertReads();
  }

  @Test
  void givesUpHungCommandAndRecovers() throws CardException {
    placed();
    bench.faultAt(1, new CardFault.Hangs());
    try (CardConnection connection = reader.connect()) {
      assertThrows(ReaderUnavailableException.class, () -> connection.transmit(SELECT_JPKI));
      assertThrows(IllegalStateException.class, () -> connection.transmit(SELECT_JPKI));
    }
    bench.remove();
    assertEquals(CardPresence.ABSENT, await(CardPresence.ABSENT));
    bench.insert(CARDS.card());
    assertEquals(CardPresence.PRESENT, await(CardPresence.PRESENT));
    assertReads();
  }

  @Test
  void reportsReaderDownAndRecoversWhenItIsBack() throws CardException {
    placed();
    bench.down();
    assertEquals(CardPresence.READER_DOWN, await(CardPresence.READER_DOWN));
    assertThrows(ReaderUnavailableException.class, () -> reader.connect());
    bench.up();
    assertNotEquals(CardPresence.READER_DOWN, changesUntil(CardPresence.PRESENT).getFirst());
    assertReads();
  }

  @Test
  void reportsReaderDownWhenItWasAwayUnseen() throws CardException {
    placed();
    bench.down();
    bench.up();
    List<CardPresence> changes = changesUntil(CardPresence.PRESENT);
    assertTrue(changes.size() > 1, "a card seen after that is new, yet saw only " + changes);
    assertReads();
  }

  @Test
  void endsConnectionWhenReaderGoesDown() throws CardException {
    placed();
    try (CardConnection connection = reader.connect()) {
      assertTrue(connection.transmit(SELECT_JPKI).succeeded());
      bench.down();
      assertThrows(ReaderUnavailableException.class, () -> connection.transmit(READ_LABEL));
    }
    bench.up();
    assertEquals(CardPresence.PRESENT, await(CardPresence.PRESENT));
    assertReads();
  }

  @Test
  void reportsReaderDownWhenClosed() {
    reader.close();
    assertEquals(CardPresence.READER_DOWN, reader.awaitChange(Duration.ZERO));
    assertThrows(ReaderUnavailableException.class, () -> reader.connect());
  }

  private void placed() {
    bench.insert(CARDS.card());
    assertEquals(CardPresence.PRESENT, await(CardPresence.PRESENT));
  }

  private void assertReads() throws CardException {
    try (CardConnection connection = reader.connect()) {
      assertTrue(connection.transmit(SELECT_JPKI).succeeded());
      assertTrue(connection.transmit(READ_LABEL).succeeded());
    }
  }

  /** The last report, once it is the wanted one or the hardware had its time. */
  private CardPresence await(CardPresence wanted) {
    return changesUntil(wanted).getLast();
  }

  private List<CardPresence> changesUntil(CardPresence wanted) {
    List<CardPresence> changes = new ArrayList<>();
    long start = System.nanoTime();
    do {
      changes.add(reader.awaitChange(bench.latency()));
    } while (changes.getLast() != wanted
        && System.nanoTime() - start < bench.latency().multipliedBy(3).toNanos());
    return changes;
  }
}
