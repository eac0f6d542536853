package org.kashidashi.hal.driver.pcsc;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.card.CardPresence;
import org.kashidashi.hal.card.ReaderUnavailableException;

/** A smart-card service that hangs in one call never holds the thread that made it. */
final class HungServiceTest {
  private static final ReaderRule RULE = new ReaderRule("^Staged", ReaderRule.Slot.ANY);
  private static final Duration CALL_LIMIT = Duration.ofSeconds(1);
  private static final Duration PROMPT = Duration.ofSeconds(5);
  private static final long NO_SERVICE = 0x8010001DL;
  private static final long COMM_ERROR = 0x80100013L;

  private final StagedPcsc pcsc = new StagedPcsc();

  @AfterEach
  void thaw() {
    pcsc.close();
  }

  @Test
  void wakeReturnsAtOnceWhenTheCancellationHangs() throws Exception {
    try (SlotWatch watch = watch(Duration.ofSeconds(10))) {
      assertEquals(CardPresence.ABSENT, watch.awaitChange(Duration.ZERO));
      pcsc.hang("SCardCancel");
      CompletableFuture<CardPresence> wait =
          CompletableFuture.supplyAsync(() -> watch.awaitChange(Duration.ofSeconds(50)));
      pcsc.awaitWait();
      for (int i = 0; i < 100; i++) {
        assertTimeoutPreemptively(PROMPT, watch::wake);
      }
      assertEquals(CardPresence.ABSENT, wait.get(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void reportsReaderDownAndRecoversWhenTheReleaseOfALostContextHangs() {
    SlotWatch watch = watch(CALL_LIMIT);
    assertEquals(CardPresence.ABSENT, watch.awaitChange(Duration.ZERO));
    pcsc.hang("SCardReleaseContext");
    pcsc.fail("SCardGetStatusChange", NO_SERVICE);
    assertEquals(
        CardPresence.READER_DOWN,
        assertTimeoutPreemptively(PROMPT, () -> watch.awaitChange(Duration.ofSeconds(50))));
    pcsc.fail("SCardGetStatusChange", 0);
    pcsc.thaw();
    await()
        .pollInSameThread()
        .until(() -> watch.awaitChange(Duration.ofMillis(50)) == CardPresence.ABSENT);
    watch.close();
  }

  @Test
  void closesWhenTheReleaseHangs() {
    SlotWatch watch = watch(CALL_LIMIT);
    assertEquals(CardPresence.ABSENT, watch.awaitChange(Duration.ZERO));
    pcsc.hang("SCardReleaseContext");
    assertTimeoutPreemptively(PROMPT, watch::close);
  }

  @Test
  void connectFailsWhenTheServiceHangsAfterACommunicationError() {
    PcscSettings settings =
        new PcscSettings(RULE, "libpcsclite.so.1", PcscSettings.COMMAND_LIMIT_MIN);
    try (PcscCardReader reader = new PcscCardReader(settings, pcsc.library(), System::nanoTime)) {
      pcsc.fail("SCardConnect", COMM_ERROR);
      pcsc.hangAfter("SCardConnect", "SCardEstablishContext");
      assertThrows(
          ReaderUnavailableException.class,
          () -> assertTimeoutPreemptively(Duration.ofSeconds(10), reader::connect));
    }
  }

  private SlotWatch watch(Duration callLimit) {
    return new SlotWatch(pcsc.library(), RULE, new HungCalls(), callLimit, System::nanoTime);
  }
}
