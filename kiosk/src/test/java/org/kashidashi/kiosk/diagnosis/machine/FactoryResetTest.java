package org.kashidashi.kiosk.diagnosis.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.kiosk.diagnosis.ServiceMode;
import org.kashidashi.kiosk.diagnosis.facts.ModeFile;

/**
 * The program that erases the machine, where it has to give up. The medium is a file, and the
 * system's programs are scripts, which write down how they were called.
 */
final class FactoryResetTest {
  private static final Path PROGRAM = Path.of("../packaging/package/kiosk/factory-reset");
  private static final int SECONDS = 60;

  @TempDir
  private Path folder;

  private Path state = Path.of("");
  private Path medium = Path.of("");

  @BeforeEach
  void closeMachine() throws Exception {
    state = Files.createDirectories(folder.resolve("state"));
    medium = folder.resolve("medium");
    Files.write(medium, "patrons ".repeat(1 << 17).getBytes(StandardCharsets.UTF_8));
    new ModeFile(state).write(ServiceMode.CLOSED);
    Files.writeString(state.resolve("service-mode.before"), "MAINTENANCE\n");
    String program = Files.readString(PROGRAM)
        .replaceFirst("(?m)^place=.*", "place=" + state)
        // No test gets near a device.
        .replace("[ -b ", "[ -f ");
    assertTrue(program.contains("place=" + state));
    Files.writeString(folder.resolve("factory-reset"), program);
    noted("systemctl", "[ \"$1\" != list-units ] || echo kashidashi.service loaded");
    noted("mount", "exit 32");
    program("findmnt", "echo " + medium);
    program("blkid", "echo 0000-0001");
    program("blockdev", "[ \"$1\" != --getsize64 ] || stat -c %s \"$2\"");
    program("mountpoint", "exit 0");
    program("umount", "exit 0");
    program("mkfs.ext4", "exit 1");
    program("id", "echo 997");
    program("sleep", "exit 0");
  }

  private ServiceMode mode() {
    return new ModeFile(state).read();
  }

  private List<String> called() throws IOException {
    return Files.readAllLines(folder.resolve("called"));
  }

  private String givesUp() throws Exception {
    ProcessBuilder builder = new ProcessBuilder(
            "/bin/sh", folder.resolve("factory-reset").toString(), "none")
        .redirectErrorStream(true);
    builder.environment().merge("PATH", folder.toString(), (path, ours) -> ours + ":" + path);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS));
    assertEquals(1, process.exitValue(), said);
    assertTrue(said.contains("Not done: "), said);
    return said;
  }

  private void assertUntouched() throws IOException {
    assertTrue(Files.readString(medium).startsWith("patrons "));
  }

  @Test
  void putsModeBackWhereDataAreInUse() throws Exception {
    program("umount", "exit 1");
    String said = givesUp();
    assertTrue(said.contains("is in use"), said);
    assertFalse(said.contains("mode open"), said);
    assertEquals(ServiceMode.MAINTENANCE, mode());
    assertTrue(called().getLast().startsWith("systemctl --no-block start kashidashi.service"));
    assertUntouched();
  }

  @Test
  void putsModeBackWhereMediumTakesNothing() throws Exception {
    // Unmounted by then: what is kept is there again once it is mounted.
    Path kept = Files.move(state.resolve("service-mode.before"), folder.resolve("kept"));
    program("mountpoint", "exit 1");
    noted("mount", "cp %s %s/service-mode.before".formatted(kept, state));
    program("dd", "exit 1");
    String said = givesUp();
    assertTrue(said.contains("cannot be written"), said);
    assertTrue(called().contains("mount " + state), called()::toString);
    assertEquals(ServiceMode.MAINTENANCE, mode());
    assertUntouched();
  }

  @Test
  void startsKioskAnewThatWasNeverStopped() throws Exception {
    Files.delete(medium);
    String said = givesUp();
    assertTrue(said.contains("is no block device"), said);
    assertEquals(ServiceMode.MAINTENANCE, mode());
    assertTrue(
        called().getLast().startsWith("systemctl --no-block try-restart kashidashi.service"));
  }

  @Test
  void leavesMachineClosedThatWasClosedBefore() throws Exception {
    Files.delete(state.resolve("service-mode.before"));
    program("umount", "exit 1");
    String said = givesUp();
    assertTrue(said.contains("mode open"), said);
    assertEquals(ServiceMode.CLOSED, mode());
  }

  @Test
  void leavesMachineClosedOnceSomethingIsOverwritten() throws Exception {
    String said = givesUp();
    assertTrue(said.contains("half erased"), said);
    assertEquals(ServiceMode.CLOSED, mode());
    assertFalse(Files.readString(medium).startsWith("patrons "), "nothing is overwritten");
  }

  private void noted(String name, String script) throws IOException {
    program(name, "echo \"%s $*\" >>%s/called%n%s".formatted(name, folder, script));
  }

  private void program(String name, String script) throws IOException {
    Path file = folder.resolve(name);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
  }
}
