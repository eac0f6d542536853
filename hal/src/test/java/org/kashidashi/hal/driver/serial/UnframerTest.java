package org.kashidashi.hal.driver.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.barcode.Scan;
import org.kashidashi.hal.barcode.ScanAssembler;
import org.kashidashi.hal.barcode.ScannerEvent;
import org.kashidashi.hal.barcode.ScannerEvent.Rejected;
import org.kashidashi.hal.barcode.ScannerEvent.Rejected.Reason;
import org.kashidashi.hal.barcode.ScannerEvent.Scanned;

class UnframerTest {
  private static final ScannerEvent INCOMPLETE = new Rejected(Reason.INCOMPLETE);

  private final Unframer unframer = new Unframer(new ScanFrame("]A0", "\u0003"));
  private long nanos;

  @Test
  void takesFrameOffEveryScan() {
    assertEquals(List.of(scanned("123"), scanned("]A0")), send("]A0123\u0003\r\n]A0]A0\u0003\t"));
  }

  @Test
  void rejectsLineWithoutWholeFrameOnceAndGoesOn() {
    assertEquals(List.of(INCOMPLETE), send("123\u0003\r"));
    assertEquals(List.of(INCOMPLETE), send("]A0123\r"));
    assertEquals(List.of(INCOMPLETE), send("]A\r"));
    assertEquals(List.of(scanned("123")), send("]A0123\u0003\r"));
  }

  @Test
  void rejectsGarbageInsideTheFrameOnce() {
    assertEquals(
        List.of(new Rejected(Reason.CONTROL_CHARACTER)), send("]A01\u001b[2J\u0003\u0003\r"));
    assertEquals(
        List.of(new Rejected(Reason.TOO_LONG), scanned("1")),
        send("]A0" + "9".repeat(200) + "\u0003\r]A01\u0003\r"));
  }

  @Test
  void countsFrameToNoLimit() {
    String longest = "9".repeat(Scan.MAXIMUM_LENGTH);
    assertEquals(List.of(scanned(longest)), send("]A0" + longest + "\u0003\r"));
  }

  @Test
  void believesNothingOfLineThatFellSilent() {
    assertEquals(List.of(), send("]A"));
    nanos += 2 * ScanAssembler.SILENCE_LIMIT.toNanos();
    assertEquals(INCOMPLETE, unframer.expire(nanos).orElseThrow());
    assertEquals(List.of(), unframer.expire(nanos).stream().toList());
    assertEquals(List.of(scanned("2")), send("01\u0003\r]A02\u0003\r"));
    assertEquals(List.of(), send("]A01"));
    nanos += 2 * ScanAssembler.SILENCE_LIMIT.toNanos();
    assertEquals(List.of(INCOMPLETE), send("2\u0003\r"));
  }

  @Test
  void forgetsHalfLineWhenReset() {
    assertEquals(List.of(), send("]A01"));
    unframer.reset();
    assertEquals(List.of(scanned("2")), send("]A02\u0003\r"));
  }

  @Test
  void refusesFrameThatNoScannerSends() {
    assertThrows(IllegalArgumentException.class, () -> new ScanFrame("\r", ""));
    assertThrows(IllegalArgumentException.class, () -> new ScanFrame("", "国"));
    assertThrows(IllegalArgumentException.class, () -> new ScanFrame("123456789", ""));
  }

  private List<ScannerEvent> send(String text) {
    List<ScannerEvent> events = new ArrayList<>();
    for (byte octet : text.getBytes(StandardCharsets.US_ASCII)) {
      unframer.accept(octet, nanos).ifPresent(events::add);
    }
    return events;
  }

  private static ScannerEvent scanned(String text) {
    return new Scanned(new Scan(text));
  }
}
