package org.kashidashi.kiosk.diagnosis.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Earlier starts are counted from the latest back, for as many bytes as a small board can read. */
final class AuditHistoryTest {
  private static final String LOAN =
      "{\"kiosk\":\"k1\",\"epoch\":4,\"sequence\":1,\"kind\":\"loan_made\"}\n";
  private static final String OWN =
      "{\"kiosk\":\"k1\",\"epoch\":5,\"sequence\":1,\"kind\":\"loan_made\"}\n";
  private static final String STAGE =
      "{\"kiosk\":\"k1\",\"epoch\":4,\"sequence\":2,\"kind\":\"stage_left\",\"stage\":\"s1\"}\n";

  @TempDir
  private Path folder;

  @Test
  void monthsOfEarlierStartsAreCountedTogether() throws IOException {
    month("2026-10", LOAN.repeat(3) + STAGE);
    month("2026-11", LOAN + OWN.repeat(7));
    Files.writeString(folder.resolve("kiosk.db"), LOAN);
    assertEquals(Map.of("loan_made", Map.of("", 4)), counts(1_000_000));
  }

  @Test
  void noTrailIsNoCount() {
    assertEquals(Map.of(), new AuditHistory(folder.resolve("none"), 5).counts());
  }

  @Test
  void latestMonthsAreCountedFirst() throws IOException {
    month("2025-12", LOAN.repeat(100));
    month("2026-01", LOAN.repeat(10));
    month("2026-11", LOAN.repeat(3));
    assertEquals(Map.of("loan_made", Map.of("", 13)), counts(13L * LOAN.length()));
  }

  /** Of a month that is too large, its end counts, from its first whole line on. */
  @Test
  void endOfALargeMonthIsCounted() throws IOException {
    month("2026-10", LOAN.repeat(100));
    month("2026-11", LOAN.repeat(100));
    assertEquals(Map.of("loan_made", Map.of("", 9)), counts(10L * LOAN.length() - 5));
  }

  @Test
  void whatIsNoRecordSpoilsNothing() throws IOException {
    Path file = folder.resolve("audit-2026-11.jsonl");
    Files.writeString(file, LOAN + "x".repeat(3_000_000) + "\n" + LOAN + "\377\n");
    Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, '\n'}, StandardOpenOption.APPEND);
    Files.write(
        file, (LOAN + LOAN.strip()).getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    // The last line has no end: whoever wrote it was cut off.
    assertEquals(Map.of("loan_made", Map.of("", 3)), counts(10_000_000));
  }

  @Test
  void interruptEndsTheCounting() throws IOException {
    month("2026-11", LOAN);
    Thread.currentThread().interrupt();
    assertEquals(Map.of(), counts(1_000_000));
    assertTrue(Thread.interrupted());
  }

  private Map<String, Map<String, Integer>> counts(long most) {
    return new AuditHistory(folder, 5, most).counts();
  }

  private void month(String month, String lines) throws IOException {
    Files.writeString(folder.resolve("audit-%s.jsonl".formatted(month)), lines);
  }
}
