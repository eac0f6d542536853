package org.kashidashi.hal.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.hal.barcode.ScannerEvent.Rejected;
import org.kashidashi.hal.barcode.ScannerEvent.Rejected.Reason;
import org.kashidashi.hal.barcode.ScannerEvent.Scanned;

class ScanAssemblerTest {
  private static final long SILENCE = ScanAssembler.SILENCE_LIMIT.toNanos() + 1;

  private final ScanAssembler assembler = new ScanAssembler();
  private final List<String> told = new ArrayList<>();
  private long now = Long.MAX_VALUE - 5; // nanoTime may overflow at any moment

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "12345~|12345",
        "12345^|12345",
        "12345~^|12345",
        "12345_|12345",
        "~^~^_12345~|12345",
        "1~2^3_|1 2 3",
        "A1234567A~^B7654321B~^|A1234567A B7654321B",
        "a b-$:/.+%~|a b-$:/.+%",
        "12!45~678~|CONTROL_CHARACTER 678",
        "!~1~|CONTROL_CHARACTER 1",
        "!!!!~1~|CONTROL_CHARACTER 1",
        "12345|\"\"",
      })
  void givesScansWhenLinesEnd(String input, String expected) {
    send(input);
    assertEquals(expected, String.join(" ", told));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x02, 0x03, 0x1B, 0x1D, 0x7F, 0x80, 0xA4, 0xC3, 0xFF})
  void rejectsLineWhenByteIsNotPrintableAscii(int octet) {
    send("12");
    accept((byte) octet);
    send("34~56~");
    assertEquals(List.of("CONTROL_CHARACTER", "56"), told);
  }

  @Test
  void takesLineOfExactlyTheLimit() {
    send("9".repeat(Scan.MAXIMUM_LENGTH) + "~");
    assertEquals(List.of("9".repeat(Scan.MAXIMUM_LENGTH)), told);
  }

  @Test
  void rejectsLineOnceWhenItIsOverTheLimit() {
    send("9".repeat(10_000) + "~1~");
    assertEquals(List.of("TOO_LONG", "1"), told);
  }

  @Test
  void tellsOfHalfLineOnceWhenSilenceIsAskedFor() {
    send("123");
    pause();
    expire();
    expire();
    assertEquals(List.of("INCOMPLETE"), told);
  }

  @Test
  void believesNothingUpToTheTerminatorWhenBytesWereLost() {
    assembler.spoil(now).ifPresent(event -> told.add(event.toString()));
    assembler.spoil(now).ifPresent(event -> told.add(event.toString()));
    send("345~678~");
    assertEquals(List.of(new Rejected(Reason.INCOMPLETE).toString(), "678"), told);
  }

  @Test
  void keepsHalfLineWhenSilenceIsShort() {
    send("123");
    now += ScanAssembler.SILENCE_LIMIT.toNanos() - 1;
    expire();
    send("45~");
    assertEquals(List.of("12345"), told);
  }

  @Test
  void neverTakesTailOfStalledLineForScan() {
    send("123");
    pause();
    send("45~678~");
    assertEquals(List.of("INCOMPLETE", "678"), told);
  }

  @Test
  void saysAgainThatLineWasLostWhenItFollowsHalfLineToldBefore() {
    send("123");
    pause();
    expire();
    pause();
    send("45~678~");
    assertEquals(List.of("INCOMPLETE", "INCOMPLETE", "678"), told);
  }

  @Test
  void doesNotWaitForAnythingAfterSilenceBetweenLines() {
    send("123~");
    pause();
    expire();
    send("45~");
    assertEquals(List.of("123", "45"), told);
  }

  @Test
  void forgetsHalfLineWhenDeviceIsGone() {
    send("123");
    assembler.reset();
    send("45~");
    assertEquals(List.of("45"), told);
  }

  @Test
  void staysBoundedAndFindsItsFeetAgainWhateverComes() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      int size = random.nextInt(2_000);
      for (int i = 0; i < size; i++) {
        if (random.nextInt(50) == 0) {
          pause();
        }
        int kind = random.nextInt(10);
        accept((byte) (kind == 0 ? '\r' : kind < 8 ? '0' + random.nextInt(10) : random.nextInt()));
      }
      expire();
      send("~");
      told.clear();
      send("4912345678904~");
      assertEquals(List.of("4912345678904"), told, "seed " + seed);
    }
  }

  @Test
  void givesEveryCleanLineWhenNoiseComesOnlyBetweenTerminators() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<String> expected = new ArrayList<>();
      told.clear();
      for (int i = 0; i < 50; i++) {
        String barcode = Long.toString(random.nextLong(Long.MAX_VALUE));
        if (random.nextBoolean()) {
          accept((byte) (0x80 | random.nextInt(0x80)));
          send("\n");
          expected.add("CONTROL_CHARACTER");
        }
        send(barcode + "~^");
        expected.add(barcode);
      }
      assertEquals(expected, told, "seed " + seed);
    }
    assertTrue(told.size() >= 50);
  }

  /** ~ stands for CR, ^ for LF, _ for Tab, ! for BEL. */
  private void send(String text) {
    String raw = text.replace('~', '\r').replace('^', '\n').replace('_', '\t').replace('!', '\007');
    for (byte octet : raw.getBytes(StandardCharsets.US_ASCII)) {
      accept(octet);
    }
  }

  private void accept(byte octet) {
    now++;
    assembler.accept(octet, now).ifPresent(this::note);
  }

  private void expire() {
    assembler.expire(now).ifPresent(this::note);
  }

  private void pause() {
    now += SILENCE;
  }

  private void note(ScannerEvent event) {
    told.add(
        switch (event) {
          case Scanned scanned -> scanned.scan().text();
          case Rejected(Reason reason) -> reason.name();
          case ScannerEvent.Lost lost -> throw new AssertionError(lost);
          case ScannerEvent.Ready ready -> throw new AssertionError(ready);
        });
  }
}
