package org.kashidashi.kiosk.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console serves where the configuration does not. */
final class ConsoleSettingsTest {
  @TempDir
  Path folder;

  private ConsoleSettings.Alone read(String text) throws IOException {
    return ConsoleSettings.readAlone(Files.writeString(folder.resolve("kiosk.toml"), text));
  }

  @Test
  void readsItsOwnWhereOtherSettingsAreWrong() throws IOException {
    ConsoleSettings.Alone read = read("""
        kiosk.id = "k7"
        session.idle = "soon"
        console.technicians = ["yamada:admin"]
        console.idle = "2 min"
        """);
    assertEquals("k7", read.kiosk().id());
    assertEquals(List.of("yamada:admin"), read.console().technicians());
    assertEquals(Duration.ofMinutes(2), read.console().idle());
    assertFalse(read.mistakes().isEmpty());
  }

  @Test
  void isAsUsualWhereNothingCanBeRead() throws IOException {
    for (ConsoleSettings.Alone read :
        List.of(read("[kiosk\nid ="), ConsoleSettings.readAlone(folder.resolve("nothing.toml")))) {
      assertEquals(List.of("ttyAMA0", "ttyS0", "ttyGS0"), read.console().lines());
      assertEquals(Path.of("/var/lib/kashidashi"), read.kiosk().stateDirectory());
      assertEquals(Mode.PRODUCTION, read.kiosk().mode());
      assertFalse(read.mistakes().isEmpty());
    }
  }
}
