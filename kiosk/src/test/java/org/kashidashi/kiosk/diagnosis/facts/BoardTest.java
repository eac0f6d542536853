package org.kashidashi.kiosk.diagnosis.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Subject;

/** A board tells what the kernel shows of it in small files, as they are on real boards. */
final class BoardTest {
  private static final String THROTTLED = "devices/platform/soc/soc:firmware/get_throttled";

  @TempDir
  private Path folder;

  @Test
  void boardThatTellsNothingIsGood() {
    assertEquals(Condition.good(Part.BOARD), board().condition());
    assertEquals(Condition.good(Part.MEMORY), board().memoryCondition());
    assertEquals(List.of(), board().sensors());
    assertEquals(Optional.empty(), board().model());
  }

  @ParameterizedTest
  @CsvSource({"80000, NONE", "80001, TOO_HOT", "104500, TOO_HOT", "-40000, NONE"})
  void hottestZoneCounts(String milli, Cause cause) throws IOException {
    sys("class/thermal/thermal_zone0/type", "cpu-thermal\n");
    sys("class/thermal/thermal_zone0/temp", milli + "\n");
    sys("class/thermal/thermal_zone1/type", "gpu-thermal\n");
    sys("class/thermal/thermal_zone1/temp", "-50000\n");
    sys("class/thermal/cooling_device0/temp", "999000\n");
    assertEquals(cause, board().condition().cause());
    assertEquals(
        List.of(
            new Fact(
                Subject.TEMPERATURE,
                "cpu-thermal",
                new Fact.Value.Quantity(Double.parseDouble(milli) / 1_000)),
            new Fact(Subject.TEMPERATURE, "gpu-thermal", new Fact.Value.Quantity(-50))),
        board().sensors());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "hot", "99999999999999999999999", "90 000", "\0\u0001\u00ff"})
  void zoneThatTellsNoNumberIsLeftOut(String text) throws IOException {
    sys("class/thermal/thermal_zone0/temp", text);
    assertEquals(List.of(), board().sensors());
    assertEquals(Cause.NONE, board().condition().cause());
  }

  @Test
  void sensorsHaveAnEnd() throws IOException {
    for (int zone = 0; zone < 200; zone++) {
      sys("class/thermal/thermal_zone%d/temp".formatted(zone), "40000\n");
    }
    assertEquals(16, board().sensors().size());
  }

  @ParameterizedTest
  @CsvSource({"rpi_volt, 1, UNDER_VOLTAGE", "rpi_volt, 0, NONE", "other, 1, NONE"})
  void alarmOfTheBoardsOwnChipIsUnderVoltage(String chip, String alarm, Cause cause)
      throws IOException {
    sys("class/hwmon/hwmon0/name", "cpu_thermal\n");
    sys("class/hwmon/hwmon1/name", chip + "\n");
    sys("class/hwmon/hwmon1/in0_lcrit_alarm", alarm + "\n");
    assertEquals(cause, board().condition().cause());
    assertEquals(
        chip.equals("other") ? List.of() : List.of(flag(Subject.UNDER_VOLTAGE, alarm.equals("1"))),
        board().sensors());
  }

  /** Bits 16 to 19 say what was once, since the board was switched on: nobody can mend that now. */
  @ParameterizedTest
  @CsvSource({
    "0, NONE, false, false",
    "1, UNDER_VOLTAGE, true, false",
    "2, THROTTLED, false, true",
    "4, THROTTLED, false, true",
    "8, THROTTLED, false, true",
    "50005, UNDER_VOLTAGE, true, true",
    "50000, NONE, false, false",
    "f0000, NONE, false, false",
    "F000E, THROTTLED, false, true"
  })
  void bitsOfTheFirmwareAreWhatHoldsNow(String bits, Cause cause, boolean low, boolean throttled)
      throws IOException {
    sys(THROTTLED, bits + "\n");
    assertEquals(cause, board().condition().cause());
    assertEquals(
        List.of(flag(Subject.UNDER_VOLTAGE, low), flag(Subject.THROTTLED, throttled)),
        board().sensors());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0x1", "throttled=0x1", "123456789", "-1"})
  void bitsThatAreNoneAreLeftOut(String text) throws IOException {
    sys(THROTTLED, text);
    assertEquals(List.of(), board().sensors());
    assertEquals(Cause.NONE, board().condition().cause());
  }

  @Test
  void chipIsBelievedBeforeTheFirmware() throws IOException {
    sys(THROTTLED, "1\n");
    sys("class/hwmon/hwmon0/name", "rpi_volt\n");
    sys("class/hwmon/hwmon0/in0_lcrit_alarm", "0\n");
    assertEquals(Cause.NONE, board().condition().cause());
  }

  @Test
  void memoryIsToldInMegabytes() throws IOException {
    proc("self/status", "Name:\tjava\nVmHWM:\t  999999 kB\nVmRSS:\t   83968 kB\n");
    proc("meminfo", "MemTotal:  948280 kB\nMemFree: 1 kB\nMemAvailable:   512000 kB\n");
    proc("loadavg", "0.52 0.58 0.59 1/123 4567\n");
    assertEquals(Fact.number(Subject.RESIDENT, 82), board().process().getFirst());
    List<Fact> facts = board().memory();
    assertTrue(facts.contains(Fact.number(Subject.MEMORY_FREE, 500)), facts.toString());
    assertTrue(facts.contains(Fact.number(Subject.LOAD, 0.52)), facts.toString());
    assertEquals(Cause.NONE, board().memoryCondition().cause());
  }

  @ParameterizedTest
  @CsvSource({"24575, MEMORY_SHORT", "24576, NONE"})
  void memoryIsShortBeforeTheKernelEndsPrograms(int kibibytes, Cause cause) throws IOException {
    proc("meminfo", "MemAvailable:   %d kB\n".formatted(kibibytes));
    assertEquals(cause, board().memoryCondition().cause());
  }

  @Test
  void boardIsCalledAsItsTreeOrItsFirmwareSays() throws IOException {
    sys("class/dmi/id/product_name", "Thin Client\n");
    assertEquals(Optional.of("Thin Client"), board().model());
    // The device tree ends its texts with a zero.
    proc("device-tree/model", "Raspberry Pi 4 Model B Rev 1.5\0");
    assertTrue(board().model().orElseThrow().startsWith("Raspberry Pi 4 Model B Rev 1.5"));
  }

  private Board board() {
    return new Board(folder.resolve("sys"), folder.resolve("proc"));
  }

  private static Fact flag(Subject subject, boolean set) {
    return new Fact(subject, "", new Fact.Value.Flag(set));
  }

  private void sys(String file, String text) throws IOException {
    write(folder.resolve("sys").resolve(file), text);
  }

  private void proc(String file, String text) throws IOException {
    write(folder.resolve("proc").resolve(file), text);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
