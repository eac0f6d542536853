package org.kashidashi.kiosk.diagnosis.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Subject;

/**
 * What the kernel knows of the board: temperature, voltage, throttling, memory, load. Any thread.
 *
 * @param sys as {@code /sys}
 * @param proc as {@code /proc}
 */
public record Board(Path sys, Path proc) {
  private static final int SENSORS_MAXIMUM = 16;
  private static final double MILLI = 1_000;
  private static final double KIBI = 1_024;
  private static final double HOT_CELSIUS = 80;

  /** Below this the kernel begins to end programs. */
  private static final double SHORT_MEGABYTES = 24;

  /** vcgencmd get_throttled, in the Raspberry Pi documentation: what holds now. */
  private static final long UNDER_VOLTAGE_NOW = 0x1;

  /** Frequency capped, throttled, soft temperature limit. */
  private static final long THROTTLED_NOW = 0xE;

  public static Board ofKernel() {
    return new Board(Path.of("/sys"), Path.of("/proc"));
  }

  List<Fact> sensors() {
    List<Fact> facts = new ArrayList<>();
    for (Path zone : folder(sys.resolve("class/thermal"), "thermal_zone")) {
      Kernel.number(zone.resolve("temp"))
          .ifPresent(milli -> facts.add(new Fact(
              Subject.TEMPERATURE,
              Kernel.text(zone.resolve("type")).orElse(""),
              new Fact.Value.Quantity(milli / MILLI))));
    }
    underVoltage()
        .ifPresent(low -> facts.add(new Fact(Subject.UNDER_VOLTAGE, "", new Fact.Value.Flag(low))));
    throttledBits()
        .ifPresent(bits -> facts.add(
            new Fact(Subject.THROTTLED, "", new Fact.Value.Flag((bits & THROTTLED_NOW) != 0))));
    return facts;
  }

  Condition condition() {
    double hottest = folder(sys.resolve("class/thermal"), "thermal_zone").stream()
        .flatMap(zone -> Kernel.number(zone.resolve("temp")).stream())
        .mapToDouble(milli -> milli / MILLI)
        .max()
        .orElse(0);
    if (underVoltage().orElse(false)) {
      return Condition.doubtful(Part.BOARD, Cause.UNDER_VOLTAGE);
    }
    if (hottest > HOT_CELSIUS) {
      return Condition.doubtful(
          Part.BOARD, Cause.TOO_HOT, Fact.number(Subject.TEMPERATURE, hottest));
    }
    boolean throttled =
        throttledBits().filter(bits -> (bits & THROTTLED_NOW) != 0).isPresent();
    return throttled ? Condition.doubtful(Part.BOARD, Cause.THROTTLED) : Condition.good(Part.BOARD);
  }

  /** What this process takes of the memory. */
  List<Fact> process() {
    List<Fact> facts = new ArrayList<>();
    line("self/status", "VmRSS:")
        .ifPresent(kibi -> facts.add(Fact.number(Subject.RESIDENT, kibi / KIBI)));
    Runtime runtime = Runtime.getRuntime();
    facts.add(
        Fact.number(Subject.HEAP, (runtime.totalMemory() - runtime.freeMemory()) / KIBI / KIBI));
    return facts;
  }

  List<Fact> memory() {
    List<Fact> facts = new ArrayList<>();
    available().ifPresent(free -> facts.add(Fact.number(Subject.MEMORY_FREE, free)));
    load().ifPresent(load -> facts.add(Fact.number(Subject.LOAD, load)));
    return facts;
  }

  Condition memoryCondition() {
    Optional<Double> free = available();
    return free.isPresent() && free.get() < SHORT_MEGABYTES
        ? Condition.doubtful(
            Part.MEMORY, Cause.MEMORY_SHORT, Fact.number(Subject.MEMORY_FREE, free.get()))
        : Condition.good(Part.MEMORY);
  }

  /** What kind of board it is, as far as it says. */
  Optional<String> model() {
    return Kernel.text(proc.resolve("device-tree/model"))
        .or(() -> Kernel.text(sys.resolve("class/dmi/id/product_name")));
  }

  private Optional<Boolean> underVoltage() {
    Optional<Boolean> alarm = folder(sys.resolve("class/hwmon"), "hwmon").stream()
        .filter(chip -> Kernel.text(chip.resolve("name")).equals(Optional.of("rpi_volt")))
        .flatMap(chip -> Kernel.number(chip.resolve("in0_lcrit_alarm")).stream())
        .map(number -> number != 0)
        .findFirst();
    return alarm.or(() -> throttledBits().map(bits -> (bits & UNDER_VOLTAGE_NOW) != 0));
  }

  private Optional<Long> throttledBits() {
    return Kernel.text(sys.resolve("devices/platform/soc/soc:firmware/get_throttled"))
        .filter(text -> text.matches("[0-9a-fA-F]{1,8}"))
        .map(text -> Long.parseLong(text, 16));
  }

  private Optional<Double> available() {
    return line("meminfo", "MemAvailable:").map(kibi -> kibi / KIBI);
  }

  private Optional<Double> load() {
    return Kernel.text(proc.resolve("loadavg"))
        .map(text -> text.split(" ", 2)[0])
        .filter(first -> first.matches("[0-9]{1,5}\\.[0-9]{1,4}"))
        .map(Double::valueOf);
  }

  /** A line such as {@code VmRSS:  81234 kB}. */
  private Optional<Long> line(String file, String name) {
    return Kernel.text(proc.resolve(file)).stream()
        .flatMap(String::lines)
        .filter(text -> text.startsWith(name))
        .map(text -> text.replaceAll("[^0-9]", ""))
        .filter(digits -> !digits.isEmpty() && digits.length() <= 15)
        .map(Long::valueOf)
        .findFirst();
  }

  private static List<Path> folder(Path folder, String prefix) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith(prefix))
          .sorted()
          .limit(SENSORS_MAXIMUM)
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }
}
