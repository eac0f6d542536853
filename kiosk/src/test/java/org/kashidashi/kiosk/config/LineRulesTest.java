package org.kashidashi.kiosk.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.kiosk.config.mistake.Mistake;
import org.kashidashi.kiosk.diagnosis.ConfigurationEditor;

/** What patrons see and take home goes to no line of the technicians. */
final class LineRulesTest {
  @TempDir
  private Path folder;

  private Path file = Path.of("");
  private MachineConfiguration editor = new MachineConfiguration(file);

  @BeforeEach
  void writeFile() throws IOException {
    file = TrialFile.in(folder);
    editor = new MachineConfiguration(file);
  }

  @Test
  void refusesALineOnWhichTechniciansAreServedByWhateverName() throws Exception {
    Path devices = Files.createDirectories(folder.resolve("dev"));
    Path sysfs = folder.resolve("sys");
    Path adapter = Files.createDirectories(sysfs.resolve("devices/usb1/1-1"));
    Files.writeString(adapter.resolve("idVendor"), "0403\n");
    Files.writeString(adapter.resolve("idProduct"), "6001\n");
    Files.createSymbolicLink(
        Files.createDirectories(sysfs.resolve("class/tty/ttyUSB3")).resolve("device"),
        Files.createDirectories(adapter.resolve("1-1:1.0/ttyUSB3")));
    Files.createFile(devices.resolve("ttyUSB3"));
    Path other = Files.createSymbolicLink(devices.resolve("usb-FTDI-port0"), Path.of("ttyUSB3"));
    Path alias = Files.createSymbolicLink(devices.resolve("ttyConsole"), Path.of("ttyUSB3"));
    for (Path device : List.of(other, alias, devices.resolve("../dev/ttyUSB3"))) {
      for (String name : List.of("ttyUSB3", "ttyConsole", "0403:6001")) {
        assertTrue(
            LineRules.serves(device, List.of("ttyS0", name), devices, sysfs), device::toString);
      }
      assertFalse(LineRules.serves(device, List.of("ttyS0", "0403:6015"), devices, sysfs));
    }
    assertTrue(LineRules.serves(devices.resolve("ttyS7"), List.of("ttyS7"), devices, sysfs));
  }

  @ParameterizedTest
  @ValueSource(strings = {"printer.path", "display.tty", "scanner.path"})
  void refusesFileThatGivesTechniciansLineToDevice(String key) throws Exception {
    String before = Files.readString(file).replaceAll("(?m)^(path|tty) = .*\n", "");
    String section = "[" + key.substring(0, key.indexOf('.')) + "]\n";
    String name = key.substring(key.indexOf('.') + 1);
    if (!before.contains(section)) {
      before += "\n" + section;
    }
    Files.writeString(file, before.replace(section, section + name + " = \"/dev/ttyGS0\"\n"));
    ConfigurationException wrong =
        assertThrows(ConfigurationException.class, () -> Configuration.read(file));
    assertEquals(List.of(key), wrong.mistakes().stream().map(Mistake::key).toList());
    Files.writeString(file, before.replace(section, section + name + " = \"/dev/ttyACM7\"\n"));
    assertEquals(
        List.of("\"/dev/ttyACM7\""),
        editor.lines().stream()
            .filter(line -> line.key().equals(key))
            .map(ConfigurationEditor.Line::value)
            .toList());
    assertEquals(List.of(), editor.check());
  }

  @Test
  void refusesCommitOfLineThatIsTheConsolesMeanwhile() throws Exception {
    assertEquals(List.of(), editor.set("printer.path", "/dev/ttyUSB0"));
    Files.writeString(file, Files.readString(file) + "\n[console]\nlines = [\"ttyUSB0\"]\n");
    assertEquals(1, editor.commit().size());
    assertFalse(editor.onTrial());
  }

  @ParameterizedTest
  @CsvSource({
    "printer.path,/dev/ttyUSB1,true",
    "printer.path,\"/dev/ttyUSB1\",true",
    "printer.path,/dev/serial/by-id/usb-x,true",
    "printer.path,/dev/usb/lp0,false",
    "printer.path,/dev/lp0,false",
    "printer.path,'',false",
    "display.driver,terminal,true",
    "display.driver,\"terminal\",true",
    "display.driver,framebuffer,false",
    "display.driver,nonsense,false",
    "scanner.path,/dev/ttyUSB1,false",
    "kiosk.label,terminal,false",
    "no.setting,/dev/ttyUSB1,false"
  })
  void knowsWhatSendsSlipsOrScreensElsewhere(String key, String value, boolean redirects) {
    assertEquals(redirects, editor.redirects(key, value));
  }
}
