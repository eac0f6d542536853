package org.kashidashi.kiosk.diagnosis.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Part;

/** What systemctl says of a unit, and what it says where something is wrong with it. */
@Timeout(60)
final class SystemdStateTest {
  private static final ServiceState.Service STOPPED =
      new ServiceState.Service(false, Condition.bad(Part.KIOSK, Cause.KIOSK_STOPPED));

  /** Whether the kiosk is there, nobody can say. */
  private static final ServiceState.Service SILENT =
      new ServiceState.Service(true, Condition.unknown(Part.KIOSK));

  @TempDir
  private Path folder;

  @ParameterizedTest
  @CsvSource({
    "active, running, 0, success, true, KIOSK_HANGS",
    "reloading, reload, 0, success, true, KIOSK_HANGS",
    "activating, start, 0, success, true, KIOSK_STARTING",
    "activating, start-pre, 7, exit-code, true, KIOSK_STARTING",
    "deactivating, stop-sigterm, 0, success, true, KIOSK_STARTING",
    "activating, auto-restart, 1, exit-code, false, KIOSK_FAILING",
    "activating, auto-restart-queued, 1, success, false, KIOSK_STOPPED",
    "inactive, dead, 0, success, false, KIOSK_STOPPED",
    "inactive, dead, 2, success, false, KIOSK_STOPPED",
    "inactive, dead, 3, success, false, KIOSK_FAILING",
    "failed, failed, 10, start-limit-hit, false, KIOSK_FAILING",
    "failed, failed, 0, watchdog, false, KIOSK_FAILING"
  })
  void unitIsToldAndWhetherItHoldsWhatItNeeds(
      String active, String sub, int restarts, String result, boolean holds, Cause cause)
      throws IOException {
    prints("ActiveState=%s\nSubState=%s\nNRestarts=%d\nResult=%s\n"
        .formatted(active, sub, restarts, result));
    ServiceState.Service now = state(true).now();
    assertEquals(cause, now.condition().cause());
    assertEquals(holds, now.holds());
  }

  @Test
  void programThatAnswersNobodyIsWellWhileItRuns() throws IOException {
    prints("ActiveState=active\nSubState=running\nNRestarts=0\nResult=success\n");
    assertEquals(
        new ServiceState.Service(true, Condition.good(Part.KIOSK)), state(false).now());
  }

  @Test
  void asksForTheUnitThatIsEnabledNow() throws IOException {
    program("echo \"$@\" >%s".formatted(folder.resolve("asked")));
    state(true).now();
    assertEquals(
        "show --property=ActiveState,SubState,NRestarts,Result kashidashi.service\n",
        Files.readString(folder.resolve("asked")));
    Files.delete(folder.resolve("asked"));
    assertEquals(STOPPED, new SystemdState(folder, folder, Optional::empty, false).now());
    assertFalse(Files.exists(folder.resolve("asked")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "=\n==\n\n",
        "ActiveState\nactive\n",
        "ActiveState =active\n",
        "NRestarts=99999999999999999999\n",
        "System has not been booted with systemd as init system (PID 1). Can't operate.\n",
        "\\377\\376\\000\\033[2J"
      })
  void garbageIsNoAnswer(String printed) throws IOException {
    prints(printed);
    assertEquals(SILENT, state(true).now());
  }

  @Test
  void propertiesThatAreNoneOfSystemdsAreAStoppedKiosk() throws IOException {
    prints("ActiveState=ACTIVE\nNRestarts=-4\nResult=success\n");
    assertEquals(STOPPED, state(true).now());
  }

  @Test
  void machineWithoutSystemdHasNoKioskThatHolds() throws IOException {
    prints("ActiveState=active\n");
    assertEquals(
        STOPPED,
        new SystemdState(
                folder.resolve("none"), folder, () -> Optional.of("kashidashi.service"), true)
            .now());
  }

  @Test
  void outputWithoutAnEndIsCutOff() throws IOException {
    program("exec yes ActiveState=active");
    assertEquals(SILENT, state(true).now());
  }

  @Test
  void lineWithoutAnEndIsCutOff() throws IOException {
    program("exec tr '\\0' x </dev/zero");
    assertEquals(SILENT, state(true).now());
  }

  /** The shell is ended, and what it has started with it. */
  @Test
  void hangIsBrokenOff() throws IOException {
    program("echo ActiveState=active; sleep 1000 & echo $! >%s; wait"
        .formatted(folder.resolve("child")));
    assertEquals(SILENT, state(true).now());
    long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
    ProcessHandle.of(child).ifPresent(left -> left.onExit().join());
  }

  @Test
  void failureAndAMissingProgramAreNoAnswer() throws IOException {
    assertEquals(SILENT, state(true).now());
    program("echo ActiveState=active; exit 1");
    assertEquals(SILENT, state(true).now());
  }

  private SystemdState state(boolean answers) {
    return new SystemdState(folder, folder, () -> Optional.of("kashidashi.service"), answers);
  }

  private void prints(String text) throws IOException {
    Files.writeString(folder.resolve("printed"), text);
    program("printf \"$(cat %s)\"".formatted(folder.resolve("printed")));
  }

  private void program(String script) throws IOException {
    Path file = folder.resolve("systemctl");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
  }
}
