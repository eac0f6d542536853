package org.kashidashi.kiosk.diagnosis.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;
import org.kashidashi.kiosk.diagnosis.ServiceMode;

/** A mode outlives a restart, or whoever sets it hears that it does not. */
final class ModeFileTest {
  @TempDir
  private Path folder;

  @Test
  void machineThatNobodyHasClosedIsOpen() {
    assertEquals(ServiceMode.OPEN, new ModeFile(folder).read());
    assertEquals(ServiceMode.OPEN, new ModeFile(folder.resolve("none")).read());
  }

  @ParameterizedTest
  @EnumSource(ServiceMode.class)
  void modeIsReadAsItWasWritten(ServiceMode mode) throws NotNow {
    new ModeFile(folder).write(mode);
    assertEquals(mode, new ModeFile(folder).read());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "open", "OPENED", "\0\0\0\0"})
  void modeThatNobodyUnderstandsLetsNobodyIn(String text) throws IOException {
    Files.writeString(folder.resolve("service-mode"), text);
    assertEquals(ServiceMode.CLOSED, new ModeFile(folder).read());
  }

  @Test
  void modeThatCannotBeReadLetsNobodyIn() throws IOException {
    Files.createDirectories(folder.resolve("service-mode/in-the-way"));
    assertEquals(ServiceMode.CLOSED, new ModeFile(folder).read());
  }

  @Test
  void modeThatTheDiskDoesNotKeepIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    ModeFile modes = new ModeFile(file);
    NotNow refused = assertThrows(NotNow.class, () -> modes.write(ServiceMode.CLOSED));
    assertEquals(NotNow.Reason.NOT_KEPT, refused.reason());
  }
}
