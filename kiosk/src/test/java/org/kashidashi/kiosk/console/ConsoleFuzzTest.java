package org.kashidashi.kiosk.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The corpus of the fuzzer, and a run beyond it, which is short unless more is asked for. */
final class ConsoleFuzzTest {
  /** Enough to see that the fuzzer runs; packaging/verify --long sets many more. */
  private static final int LINES = Integer.getInteger("console.fuzz.lines", 5_000);

  private static final int STREAMS = Integer.getInteger("console.fuzz.streams", 30);

  @TempDir
  private static Path folder;

  private static List<FuzzProof> begun = List.of();

  /** Side by side: a fuzzer takes longer to start than to run so shortly. */
  @BeforeAll
  static void begin() throws IOException {
    begun = List.of(
        FuzzProof.begin(LineFuzz.class, "line", LINES, folder),
        FuzzProof.begin(ShellFuzz.class, "shell", STREAMS, folder),
        FuzzProof.begin(Fragile.class, "line", 10, folder));
  }

  /** A target that breaks at what the corpus holds: else nobody knows whether anything is found. */
  public static final class Fragile {
    private Fragile() {}

    public static void fuzzerTestOneInput(byte[] octets) {
      if (octets.length > 2) {
        throw new IllegalStateException("broken");
      }
    }
  }

  @Test
  void readsAnyLine() throws Exception {
    assertDone(LINES, begun.get(0).awaited());
  }

  @Test
  void servesAnyStreamOfBytes() throws Exception {
    assertDone(STREAMS, begun.get(1).awaited());
  }

  /** Says how long it took, and that each fuzzer has come to its end. */
  private static void assertDone(int runs, List<String> reports) {
    int done = 0;
    for (String report : reports) {
      System.out.println(report);
      done += Integer.parseInt(report.replaceAll(".*Done ([0-9]+) runs.*", "$1"));
    }
    assertEquals(runs, done);
  }

  @Test
  void servesTheWholeCorpus() throws IOException {
    try (var files = Files.list(Path.of("src/test/resources/fuzz/shell"))) {
      for (Path file : files.toList()) {
        ShellFuzz.fuzzerTestOneInput(Files.readAllBytes(file));
      }
    }
  }

  @Test
  void noticesWhatBreaks() {
    String report = String.valueOf(
        assertThrows(IllegalStateException.class, () -> begun.get(2).awaited()).getMessage());
    assertTrue(report.contains("IllegalStateException: broken"), report);
    assertEquals(1, report.split("== Java Exception", -1).length - 1);
  }
}
