package org.kashidashi.kiosk.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The example of a kiosk for trials, in a folder of a test. */
final class TrialFile {
  private static final Path EXAMPLE = Path.of("..", "packaging", "examples", "kiosk-test.toml");

  private TrialFile() {}

  /** Writes it, without a label and a clock's battery, with its state in the same folder. */
  static Path in(Path folder) throws IOException {
    String example = Files.readString(EXAMPLE)
        .replaceAll("(?m)^(state_directory|label|clock_battery).*\n", "")
        .replace("[kiosk]", "[kiosk]\nstate_directory = \"" + folder + "/state\"");
    return Files.writeString(folder.resolve("kiosk.toml"), example);
  }
}
