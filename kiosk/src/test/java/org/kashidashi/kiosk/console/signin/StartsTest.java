package org.kashidashi.kiosk.console.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartsTest {
  @TempDir
  Path folder;

  @Test
  void countsOnWhicheverProgramStarts() {
    assertEquals(1, new Starts(folder.resolve("console")).next());
    assertEquals(2, new Starts(folder.resolve("console")).next());
  }

  @Test
  void beginsAnewWhenItsNoteIsDamaged() throws IOException {
    Files.writeString(folder.resolve("starts"), "seven");
    assertEquals(1, new Starts(folder).next());
  }

  @Test
  void hasNoNumberWhereNothingCanBeWritten() {
    assertEquals(0, new Starts(Path.of("/dev/null/console")).next());
  }
}
