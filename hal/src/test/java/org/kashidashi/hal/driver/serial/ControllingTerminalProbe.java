package org.kashidashi.hal.driver.serial;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.kashidashi.hal.barcode.ScannerEvent.Lost;
import org.kashidashi.hal.pty.Pty;

/**
 * A program that leads a session, as a service does, opens a tty, and says what controls it then.
 */
final class ControllingTerminalProbe {
  private static final int LIMIT_SECONDS = 30;

  private ControllingTerminalProbe() {}

  /** The controlling terminal (0 is none) after a process has opened {@code tty} in this way. */
  static long run(String way, Path tty) throws IOException, InterruptedException {
    Process process = start(way, tty);
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("probe did not end");
    }
    return Long.parseLong(process.inputReader().readLine());
  }

  /** What becomes of such a process when the line hangs up: 0 is a good end, 129 is SIGHUP. */
  static int hangUp(String way, Pty pty) throws IOException, InterruptedException {
    try {
      Process process = start(way + "-stays", pty.device());
      String opened = process.inputReader().readLine();
      pty.close();
      if (opened == null || !process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("probe did not open the line, or did not end");
      }
      return process.exitValue();
    } finally {
      pty.close();
    }
  }

  private static Process start(String way, Path tty) throws IOException {
    return new ProcessBuilder(
            "setsid",
            "--wait",
            // Whoever started the build may have ignored SIGHUP, which children inherit.
            "env",
            "--default-signal=HUP",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            ControllingTerminalProbe.class.getName(),
            way,
            tty.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  public static void main(String[] arguments) throws IOException {
    Path tty = Path.of(arguments[1]);
    boolean stays = arguments[0].endsWith("-stays");
    if (arguments[0].startsWith("file")) {
      readFile(tty, stays);
    } else {
      scan(tty, stays);
    }
  }

  private static void readFile(Path tty, boolean stays) throws IOException {
    try (FileInputStream open = new FileInputStream(tty.toFile())) {
      print(open.available() >= 0);
      if (stays) {
        awaitSignal();
      }
    }
  }

  private static void scan(Path tty, boolean stays) throws IOException {
    try (SerialScanner scanner = new SerialScanner("probe", SerialSettings.of(tty, 9600))) {
      print(scanner.await(Duration.ofSeconds(5)).isPresent());
      while (stays && !(scanner.await(Duration.ofSeconds(5)).orElseThrow() instanceof Lost)) {
        System.out.println("not lost yet");
      }
      if (stays) {
        var _ = scanner.await(Duration.ofMillis(500)); // a signal would have come by now
      }
    }
  }

  /** SIGHUP comes on its own time, and its exit code must not be overtaken by a good one. */
  private static void awaitSignal() {
    try {
      var _ = new CountDownLatch(1).await(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** proc(5): the seventh field of stat is tty_nr; the second one may hold spaces. */
  private static void print(boolean opened) throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String terminal = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 6)[4];
    System.out.println(opened ? terminal : "not opened");
  }
}
