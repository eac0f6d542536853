package org.kashidashi.kiosk.diagnosis.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.kiosk.diagnosis.MachineControl;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.StickException;
import org.kashidashi.kiosk.diagnosis.Waiting;

/** The service manager's programs are scripts here, which write down how they were called. */
class SystemdMachineTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T05:05:00Z"), ZoneId.of("Asia/Tokyo"));

  @TempDir
  private Path folder;

  private Optional<String> unit = Optional.of("kashidashi.service");

  @BeforeEach
  void writePrograms() throws IOException {
    Files.writeString(folder.resolve("mounts"), "/dev/vda / ext4 ro 0 0\n");
    program("systemctl", "echo \"$@\" >>" + folder.resolve("orders"));
    program(
        "journalctl",
        "for line in 1 2 3; do echo \"2026-11-20T14:05:0$line kiosk: line $line\"; done");
  }

  @Test
  void restartsKioskThatHasFailedTooOften() throws IOException {
    machine().restartKiosk();
    assertEquals(
        List.of("reset-failed kashidashi.service", "--no-block restart kashidashi.service"),
        orders());
  }

  @Test
  void saysThatThereIsNoDeskToRestart() {
    unit = Optional.empty();
    IOException refused = assertThrows(IOException.class, machine()::restartKiosk);
    assertTrue(String.valueOf(refused.getMessage()).startsWith("no desk is enabled"));
    assertTrue(Files.notExists(folder.resolve("orders")));
  }

  @Test
  void ordersRestartOfMachineAndReset() throws IOException {
    machine().reboot();
    machine().factoryReset(ServiceMode.CLOSED);
    assertEquals(
        List.of(
            "--no-block --job-mode=replace-irreversibly start reboot.target",
            "--no-block start kashidashi-reset@ttyS3.service"),
        orders());
  }

  @Test
  void keepsModeOfBeforeForResetThatErasesNothing() throws IOException {
    Path state = Files.createDirectories(folder.resolve("state"));
    machine().factoryReset(ServiceMode.MAINTENANCE);
    Path kept = state.resolve("service-mode.before");
    assertEquals("MAINTENANCE\n", Files.readString(kept));
    machine().factoryReset(ServiceMode.CLOSED);
    assertTrue(Files.notExists(kept), "a machine that was closed would be opened");
    program("systemctl", "exit 4");
    assertThrows(IOException.class, () -> machine().factoryReset(ServiceMode.OPEN));
    assertTrue(Files.notExists(kept), "another order would find it");
  }

  @Test
  void tellsWhyAnOrderWasRefused() throws IOException {
    program("systemctl", "echo 'Access denied'; exit 4");
    IOException refused = assertThrows(IOException.class, machine()::reboot);
    assertTrue(
        String.valueOf(refused.getMessage()).endsWith("systemctl ended with 4: Access denied"));
  }

  @Test
  void takesItForAnOrderWhenTheRestartEndsSystemctlItself() throws IOException {
    program("systemctl", "kill -TERM $$");
    machine().reboot();
    machine().factoryReset(ServiceMode.OPEN);
    assertThrows(IOException.class, machine()::restartKiosk);
  }

  @Test
  void givesLatestLinesOldestFirst() throws IOException {
    assertEquals(
        List.of("2026-11-20T14:05:02 kiosk: line 2", "2026-11-20T14:05:03 kiosk: line 3"),
        machine().log(2));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, MachineControl.LOG_MAXIMUM + 1})
  void refusesToTellMoreThanItMay(int lines) {
    assertThrows(IllegalArgumentException.class, () -> machine().log(lines));
  }

  @Test
  void takesEscapesOutOfTheLogAndCutsItsLines() throws IOException {
    program("journalctl", "printf 'a\\033[2Jb\\n'; head -c 100000 /dev/zero | tr '\\0' x");
    List<String> lines = machine().log(10);
    assertEquals("a [2Jb", lines.getFirst());
    assertEquals("x".repeat(500), lines.getLast());
  }

  @Test
  void exportsNothingWithoutAStick() throws IOException {
    Files.createDirectories(folder.resolve("stick"));
    assertThrows(StickException.Missing.class, machine()::exportLog);
    assertThrows(StickException.Missing.class, () -> machine().exportQueue(List.of()));
  }

  @Test
  void tellsWhatTheStickDoesNotTake() throws IOException {
    Path state = Files.createDirectories(folder.resolve("state"));
    Files.writeString(state.resolve("audit-2026-10.jsonl"), "october\n");
    Files.writeString(state.resolve("audit-2026-11.jsonl"), "november\n");
    plugStick();
    // Pulled a moment ago.
    Files.delete(folder.resolve("stick"));
    assertEquals("k1-log-20261120-140500.txt", refused(machine()::exportLog).file());
    assertEquals("k1-audit-2026-10.jsonl", refused(machine()::clearLog).file());
    assertTrue(Files.exists(state.resolve("audit-2026-10.jsonl")));
  }

  private static StickException.Refusing refused(Executable order) {
    return assertThrows(StickException.Refusing.class, order);
  }

  @Test
  void exportsLogAndTrailToTheStick() throws IOException {
    Files.createDirectories(folder.resolve("state"));
    Files.writeString(
        folder.resolve("state/audit-2026-11.jsonl"), "{\"what\":\"kiosk_started\"}\n");
    Files.writeString(folder.resolve("state/kiosk.db"), "nothing for a stick");
    plugStick();
    String name = machine().exportLog();
    assertEquals("k1-log-20261120-140500.txt", name);
    assertEquals(
        List.of(
            "2026-11-20T14:05:01 kiosk: line 1",
            "2026-11-20T14:05:02 kiosk: line 2",
            "2026-11-20T14:05:03 kiosk: line 3",
            "== audit-2026-11.jsonl",
            "{\"what\":\"kiosk_started\"}"),
        Files.readAllLines(folder.resolve("stick").resolve(name)));
  }

  @Test
  void movesPastMonthsToTheStickAndKeepsTheLatest() throws IOException {
    Path state = Files.createDirectories(folder.resolve("state"));
    for (String month : List.of("2026-09", "2026-10", "2026-11")) {
      Files.writeString(state.resolve("audit-%s.jsonl".formatted(month)), month + "\n");
    }
    plugStick();
    // What a clock that went back has made twice, and what an earlier try has written.
    Files.writeString(folder.resolve("stick/k1-audit-2026-09.jsonl"), "another one");
    Files.writeString(folder.resolve("stick/k1-audit-2026-10.jsonl"), "2026-10\n");
    assertEquals(
        List.of("k1-audit-2026-09-2.jsonl", "k1-audit-2026-10.jsonl"), machine().clearLog());
    assertEquals("another one", Files.readString(folder.resolve("stick/k1-audit-2026-09.jsonl")));
    assertEquals("2026-09\n", Files.readString(folder.resolve("stick/k1-audit-2026-09-2.jsonl")));
    try (Stream<Path> left = Files.list(state)) {
      assertEquals(List.of(state.resolve("audit-2026-11.jsonl")), left.toList());
    }
  }

  /** The clock is in November 2026; whoever writes to a month has its file open. */
  @Test
  void keepsMonthsThatAreWrittenWhateverAClockHasSaid() throws IOException {
    Path state = Files.createDirectories(folder.resolve("state"));
    for (String month : List.of("1970-01", "2026-11", "2030-01")) {
      Files.writeString(state.resolve("audit-%s.jsonl".formatted(month)), month + "\n");
    }
    Path written = Files.writeString(state.resolve("audit-2026-03.jsonl"), "now\n");
    Files.setLastModifiedTime(written, FileTime.from(CLOCK.instant().plus(Duration.ofDays(9_000))));
    plugStick();
    assertEquals(List.of("k1-audit-1970-01.jsonl"), machine().clearLog());
    assertTrue(Files.exists(written));
  }

  @Test
  void keepsMonthThatTheStickDoesNotTake() throws IOException {
    Path state = Files.createDirectories(folder.resolve("state"));
    Files.writeString(state.resolve("audit-2026-10.jsonl"), "october\n");
    Files.writeString(state.resolve("audit-2026-11.jsonl"), "november\n");
    plugStick();
    Files.createDirectories(folder.resolve("stick/k1-audit-2026-10.jsonl/in-the-way"));
    assertThrows(IOException.class, machine()::clearLog);
    assertEquals("october\n", Files.readString(state.resolve("audit-2026-10.jsonl")));
  }

  @Test
  void clearsNothingWithoutAStick() throws IOException {
    Path state = Files.createDirectories(folder.resolve("state"));
    Files.writeString(state.resolve("audit-2026-10.jsonl"), "october\n");
    Files.writeString(state.resolve("audit-2026-11.jsonl"), "november\n");
    Files.createDirectories(folder.resolve("stick"));
    assertThrows(StickException.Missing.class, machine()::clearLog);
    assertTrue(Files.exists(state.resolve("audit-2026-10.jsonl")));
  }

  @Test
  void exportsQueueWithoutWhatItIsAbout() throws IOException {
    plugStick();
    String name = machine()
        .exportQueue(List.of(
            new Waiting(7, Duration.ofMinutes(2), Waiting.State.PENDING, Optional.empty()),
            new Waiting(
                8, Duration.ofDays(1), Waiting.State.PARKED, Optional.of("=unknown_item"))));
    assertEquals(
        List.of(
            "sequence,age_seconds,state,reason", "7,120,pending,", "8,86400,parked,?unknown_item"),
        Files.readAllLines(folder.resolve("stick").resolve(name)));
  }

  private MachineControl machine() {
    return new SystemdMachine(
        new SystemdMachine.Places(
            "k1",
            () -> unit,
            "ttyS3",
            folder.resolve("state"),
            folder.resolve("stick"),
            folder.resolve("mounts"),
            folder),
        code -> LocalDate.of(2027, 1, code.length()),
        CLOCK);
  }

  private void plugStick() throws IOException {
    Files.createDirectories(folder.resolve("stick"));
    Files.writeString(
        folder.resolve("mounts"), "/dev/sda1 %s vfat rw 0 0\n".formatted(folder.resolve("stick")));
  }

  private List<String> orders() throws IOException {
    return Files.readAllLines(folder.resolve("orders"));
  }

  private void program(String name, String script) throws IOException {
    Path file = folder.resolve(name);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
  }
}
