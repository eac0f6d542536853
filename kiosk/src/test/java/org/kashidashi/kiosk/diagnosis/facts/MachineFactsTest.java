package org.kashidashi.kiosk.diagnosis.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Standing;
import org.kashidashi.kiosk.diagnosis.Subject;
import org.kashidashi.sync.store.StoreSettings;

class MachineFactsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T05:05:00Z"), ZoneId.of("Asia/Tokyo"));

  /** More than any disk has. */
  private static final long HUGE_BALLAST = 1L << 60;

  private static final long STORE_BYTES = 1L << 20;

  @TempDir
  private Path folder;

  private StoreSettings store;

  @BeforeEach
  void setStore() {
    store = new StoreSettings(folder.resolve("kiosk.db"), "k1", STORE_BYTES, HUGE_BALLAST);
  }

  @Test
  void diskBadWhileItHasNoRoomForWhatWasGivenUp() {
    Condition disk = disk();

    assertEquals(Standing.BAD, disk.standing());
    assertEquals(Cause.DATABASE_FULL, disk.cause());
    assertEquals(
        List.of(Subject.ROOM, Subject.ROOM_NEEDED),
        disk.measured().stream().map(fact -> fact.subject()).toList());
  }

  @Test
  void diskNotFullWhileSomethingIsHeldBack() throws Exception {
    Files.createFile(folder.resolve("kiosk.db.ballast"));

    assertNotEquals(Cause.DATABASE_FULL, disk().cause());
  }

  private Condition disk() {
    return new MachineFacts(SampleMachine.of(store, CLOCK))
        .conditions().stream()
            .filter(part -> part.part() == Part.DISK)
            .findFirst()
            .orElseThrow();
  }
}
