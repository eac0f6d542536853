package org.kashidashi.kiosk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the configuration of a kiosk on simulated devices, all of it in one folder. */
final class TrialConfiguration {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  private TrialConfiguration() {}

  /** Nothing else on this machine counts; the glass is a file, and the state is in {@link #state}. */
  static Path in(Path folder) throws IOException {
    Path sysfs = Files.createDirectory(folder.resolve("sysfs"));
    Files.writeString(sysfs.resolve("virtual_size"), "%d,%d\n".formatted(WIDTH, HEIGHT));
    Files.writeString(sysfs.resolve("bits_per_pixel"), "32\n");
    Files.writeString(sysfs.resolve("stride"), "%d\n".formatted(WIDTH * 4));
    Path glass = Files.write(folder.resolve("glass"), new byte[WIDTH * HEIGHT * 4]);
    Path persons = Files.writeString(folder.resolve("persons"), "subject,answer,identifier\n");
    Path trust = Files.createDirectory(folder.resolve("trust"));
    String trial = Files.readString(
        KioskProcess.top().resolve("packaging").resolve("examples").resolve("kiosk-test.toml"));
    String devices = """

        [display]
        driver = "framebuffer"
        path = "%s"
        sysfs = "%s"

        [touch]
        driver = "evdev"
        device.name = "No such panel"
        """.formatted(glass, sysfs);
    return Files.writeString(
        folder.resolve("kiosk.toml"),
        trial
                .replace("/tmp/kashidashi-trial/persons", persons.toString())
                .replace("/tmp/kashidashi-trial/trust", trust.toString())
                .replace(
                    "/tmp/kashidashi-trial",
                    Files.createDirectory(state(folder)).toString())
            + devices);
  }

  static Path state(Path folder) {
    return folder.resolve("state");
  }
}
