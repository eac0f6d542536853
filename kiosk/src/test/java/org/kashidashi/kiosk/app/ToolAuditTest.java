package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.config.ConsoleSettings;
import org.kashidashi.kiosk.config.KioskSettings;

/** What a start of a technician's program leaves on the disk. */
final class ToolAuditTest {
  private static final AuditRecord RECORD =
      new AuditRecord.ConsoleLogOff("yamada", AuditRecord.ConsoleLogOff.Ending.IDLE);

  @TempDir
  private Path folder;

  private Path state = Path.of("");
  private Path config = Path.of("");

  @BeforeEach
  void writeConfiguration() throws IOException {
    state = folder.resolve("state");
    config = folder.resolve("kiosk.toml");
    Files.writeString(config, "[kiosk]\nid = \"k1\"\nstate_directory = \"" + state + "\"\n");
  }

  private KioskSettings kiosk() {
    return ConsoleSettings.readAlone(config).kiosk();
  }

  private String starts() throws IOException {
    return Files.readString(state.resolve("console/starts"));
  }

  @Test
  void writesNothingAsLongAsNothingIsNoted() {
    for (int starts = 0; starts < 3; starts++) {
      new ToolAudit(kiosk(), "console/ttyS0").close();
    }
    assertFalse(Files.exists(state), "a start has written something");
  }

  @Test
  void countsStartWithItsFirstRecordAndOnce() throws IOException {
    for (int start = 1; start <= 2; start++) {
      try (ToolAudit audit = new ToolAudit(kiosk(), "console/ttyS0")) {
        audit.accept(RECORD);
        audit.accept(RECORD);
      }
      assertEquals(start + "\n", starts());
    }
    List<String> trail;
    try (Stream<Path> files = Files.list(state)) {
      trail = Files.readAllLines(
          files.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow());
    }
    assertEquals(4, trail.size());
    assertTrue(trail.get(1).contains("\"epoch\":1,\"sequence\":2"), trail::toString);
    assertTrue(trail.get(2).contains("\"epoch\":2,\"sequence\":1"), trail::toString);
  }
}
