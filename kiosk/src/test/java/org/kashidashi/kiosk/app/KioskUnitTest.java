package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.kiosk.config.Role;

/** A machine's service is found by its role, and a desk by the terminal that it is enabled on. */
final class KioskUnitTest {
  @TempDir
  private Path folder;

  @Test
  void kioskHasOneNameWhateverIsEnabled() throws IOException {
    enable("multi-user.target.wants/kashidashi-counter@ttyS1.service");
    assertEquals(Optional.of("kashidashi.service"), unit(Role.SELF_CHECKOUT).name());
  }

  @Test
  void deskIsCalledAfterTheTerminalThatItIsEnabledOn() throws IOException {
    enable("multi-user.target.wants/kashidashi.service");
    enable("multi-user.target.wants/kashidashi-counter@ttyAMA0.service");
    enable("getty.target.wants/getty@tty1.service");
    enable("kashidashi-counter@.service");
    assertEquals(
        Optional.of("kashidashi-counter@ttyAMA0.service"), unit(Role.COUNTER).name());
  }

  @Test
  void deskThatNobodyEnabledHasNoName() throws IOException {
    assertEquals(Optional.empty(), unit(Role.COUNTER).name());
    enable("multi-user.target.wants/kashidashi-console@ttyS0.service");
    assertEquals(Optional.empty(), unit(Role.COUNTER).name());
  }

  @Test
  void whoeverAsksLooksWhereTheKioskListens() throws IOException {
    KioskUnit unit = unit(Role.SELF_CHECKOUT);
    Path state = folder.resolve("state/diagnosis.sock");
    Path managed = folder.resolve("run/diagnosis.sock");
    assertEquals(List.of(managed, state), unit.sockets());
    assertEquals(state, unit.socket());
    Files.createDirectories(folder.resolve("run"));
    assertEquals(managed, unit.socket());
  }

  private KioskUnit unit(Role role) {
    return new KioskUnit(
        role, folder.resolve("state"), folder.resolve("run"), folder.resolve("systemd"));
  }

  private void enable(String link) throws IOException {
    Path file = folder.resolve("systemd").resolve(link);
    Files.createDirectories(file.getParent());
    Files.createSymbolicLink(file, Path.of("/usr/lib/systemd/system/none"));
  }
}
