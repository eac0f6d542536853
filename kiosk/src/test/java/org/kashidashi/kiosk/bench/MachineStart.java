package org.kashidashi.kiosk.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a loan in the virtual machine showed, which packaging/bench has let packaging/vm run. */
final class MachineStart implements Figure {
  private static final String POWER_ON = "vm.power_on_to_s0.s";
  private static final String UNIT_START = "vm.unit_start_to_s0.s";
  private static final String SHARE = "vm.unit_start_to_s0.share";
  private static final String MEMORY = "appliance.memory.mb";

  @Override
  public List<String> names() {
    return List.of(POWER_ON, SHARE, MEMORY);
  }

  @Override
  public List<Measurement> measure() throws Exception {
    String file = System.getProperty("kashidashi.machine.figures", "");
    if (file.isEmpty()) {
      throw new SkippedException(
          "no package was there to boot; packaging/build-deb amd64 makes one");
    }
    JsonObject figures = JsonParser.parseString(Files.readString(Path.of(file))).getAsJsonObject();
    double seconds = value(figures, POWER_ON);
    double ours = value(figures, UNIT_START);
    return List.of(
        Measurement.plain(POWER_ON, seconds, "s", "under software emulation"),
        Measurement.atMost(
            SHARE, ours / seconds, "", 0.25, "%.1f s from the unit's start".formatted(ours)),
        Measurement.atMost(
            MEMORY, value(figures, MEMORY), "MB", 120, "resident, after three loans"));
  }

  private static double value(JsonObject figures, String name) {
    if (!figures.has(name)) {
      throw new IllegalStateException("packaging/vm did not measure " + name);
    }
    return figures.getAsJsonObject(name).get("value").getAsDouble();
  }
}
