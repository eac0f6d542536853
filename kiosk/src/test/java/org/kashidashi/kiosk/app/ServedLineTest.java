package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServedLineTest {
  @TempDir
  Path sysfs;

  @Test
  void servesLineThatIsNamed() {
    assertTrue(new ServedLine("ttyS0").isOneOf(List.of("ttyAMA0", "ttyS0"), sysfs));
    assertFalse(new ServedLine("ttyS1").isOneOf(List.of("ttyAMA0", "ttyS0"), sysfs));
    assertFalse(new ServedLine("pts/0").isOneOf(List.of("pts/0"), sysfs));
    assertFalse(new ServedLine("").isOneOf(List.of(""), sysfs));
  }

  @Test
  void servesAdapterThatIsNamedByItsProduct() throws IOException {
    Path adapter = Files.createDirectories(sysfs.resolve("devices/usb1/1-1"));
    Files.writeString(adapter.resolve("idVendor"), "0403\n");
    Files.writeString(adapter.resolve("idProduct"), "6001\n");
    Path port = Files.createDirectories(adapter.resolve("1-1:1.0/ttyUSB0"));
    Path line = Files.createDirectories(sysfs.resolve("class/tty/ttyUSB0"));
    Files.createSymbolicLink(line.resolve("device"), port);
    assertTrue(new ServedLine("ttyUSB0").isOneOf(List.of("0403:6001"), sysfs));
    assertFalse(new ServedLine("ttyUSB0").isOneOf(List.of("0403:6002", "ttyS0"), sysfs));
  }

  @Test
  void knowsCharactersOfTheLineByTheLocale() {
    assertTrue(ConsoleProgram.unicode(Map.of("LANG", "ja_JP.UTF-8")));
    assertTrue(ConsoleProgram.unicode(Map.of("LANG", "C", "LC_ALL", "C.utf8")));
    assertFalse(ConsoleProgram.unicode(Map.of("LANG", "ja_JP.UTF-8", "LC_ALL", "C")));
    assertFalse(ConsoleProgram.unicode(Map.of()));
    assertEquals("", new ServedLine("").name());
  }
}
