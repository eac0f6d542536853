package org.kashidashi.hal.driver.serial;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A program that leads a session, as a service does, opens a tty, and says what controls it then.
 */
final class ControllingTerminalProbe {
  private ControllingTerminalProbe() {}

  /** The controlling terminal (0 is none) after a process has opened {@code tty} in this way. */
  static long run(String way, Path tty) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(
            "setsid",
            "--wait",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            ControllingTerminalProbe.class.getName(),
            way,
            tty.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("probe did not end");
    }
    return Long.parseLong(process.inputReader().readLine());
  }

  public static void main(String[] arguments) throws IOException {
    Path tty = Path.of(arguments[1]);
    if (arguments[0].equals("file")) {
      try (FileInputStream open = new FileInputStream(tty.toFile())) {
        print(open.available() >= 0);
      }
      return;
    }
    try (SerialScanner scanner = new SerialScanner("probe", SerialSettings.of(tty, 9600))) {
      print(scanner.await(Duration.ofSeconds(5)).isPresent());
    }
  }

  /** proc(5): the seventh field of stat is tty_nr; the second one may hold spaces. */
  private static void print(boolean opened) throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String terminal = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 6)[4];
    System.out.println(opened ? terminal : "not opened");
  }
}
