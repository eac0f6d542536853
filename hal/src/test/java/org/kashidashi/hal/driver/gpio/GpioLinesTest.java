package org.kashidashi.hal.driver.gpio;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.driver.gpio.GpioLine.Active;
import org.kashidashi.hal.driver.gpio.GpioSettings.Input;
import org.kashidashi.hal.driver.gpio.GpioSettings.Output;

class GpioLinesTest {
  private static final GpioSettings SETTINGS = new GpioSettings(
      Map.of(Output.BUZZER, new GpioLine(23, Active.HIGH)),
      Map.of(Input.STAFF_CALL, new GpioLine(24, Active.LOW)),
      GpioSettings.USUAL_DEBOUNCE);

  @TempDir
  private Path devices;

  @Test
  @EnabledIfSystemProperty(named = "os.arch", matches = "amd64")
  void saysThatThisMachineHasNone() {
    GpioUnavailableException none =
        assertThrows(GpioUnavailableException.class, () -> GpioLines.open(SETTINGS));
    assertTrue(none.toString().contains("amd64"), none.toString());
  }

  @Test
  void saysThatTheBoardHasNoChip() {
    GpioUnavailableException none = assertThrows(
        GpioUnavailableException.class, () -> GpioLines.requireChip("aarch64", devices));
    assertTrue(none.toString().contains("no /dev/gpiochip, "), none.toString());
  }

  @Test
  void isContentWithChipThatMayBeUsed() throws Exception {
    Files.createFile(devices.resolve("gpiochip0"));
    GpioLines.requireChip("aarch64", devices);
  }

  @Test
  void refusesWiringThatCannotBe() {
    GpioLine line = new GpioLine(23, Active.HIGH);
    assertThrows(IllegalArgumentException.class, () -> new GpioLine(1, Active.LOW));
    assertThrows(IllegalArgumentException.class, () -> new GpioLine(28, Active.LOW));
    assertThrows(
        IllegalArgumentException.class,
        () -> new GpioSettings(
            Map.of(Output.BUZZER, line),
            Map.of(Input.STAFF_CALL, line),
            GpioSettings.USUAL_DEBOUNCE));
    assertThrows(
        IllegalArgumentException.class,
        () -> new GpioSettings(Map.of(), Map.of(), Duration.ofSeconds(1)));
  }
}
