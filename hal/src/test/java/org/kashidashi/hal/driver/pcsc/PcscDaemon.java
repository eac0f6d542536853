package org.kashidashi.hal.driver.pcsc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The pcscd of packaging/with-pcscd: it alone is ever stopped, by its process id. */
final class PcscDaemon {
  private static final Path PID_FILE = Path.of("/run/pcscd/pcscd.pid");
  private static final Path SOCKET = Path.of("/run/pcscd/pcscd.comm");

  private final Path configuration;

  private PcscDaemon(Path configuration) {
    this.configuration = configuration;
  }

  /** Fails outside of packaging/with-pcscd: the pcscd of a whole machine must not be stopped. */
  static PcscDaemon required() {
    String configuration = System.getenv("KASHIDASHI_READER_CONF");
    assertNotNull(configuration, "run this test through packaging/with-pcscd");
    return new PcscDaemon(Path.of(configuration));
  }

  /** Stops it in order. */
  void stop() {
    process().ifPresent(process -> {
      process.destroy();
      gone(process);
    });
  }

  /** Kills it, as a crash does: its files stay behind. */
  void kill() {
    process().ifPresent(process -> {
      process.destroyForcibly();
      gone(process);
    });
  }

  /** Stops it from answering without ending it. */
  void freeze() {
    signal("STOP");
  }

  void thaw() {
    signal("CONT");
  }

  /** Starts it, unless it runs. */
  void start() {
    if (process().isEmpty()) {
      start(configuration);
    }
  }

  /** Starts it on a machine whose reader is not plugged in. */
  void startWithoutReader() throws IOException {
    start(Files.createDirectories(configuration.resolveSibling("no-readers")));
  }

  private static void start(Path configuration) {
    try {
      Files.deleteIfExists(SOCKET);
      Files.deleteIfExists(PID_FILE);
      new ProcessBuilder("pcscd", "--foreground", "--error", "--config", configuration.toString())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("pcscd cannot be started", e);
    }
    await().atMost(10, SECONDS).until(() -> Files.exists(SOCKET));
  }

  private static void gone(ProcessHandle process) {
    await().atMost(10, SECONDS).until(() -> process().isEmpty() || !process.isAlive());
  }

  private static void signal(String name) {
    try {
      int status = new ProcessBuilder(
              "kill", "-" + name, String.valueOf(process().orElseThrow().pid()))
          .inheritIO()
          .start()
          .waitFor();
      if (status != 0) {
        throw new IllegalStateException("kill -%s failed".formatted(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("kill cannot be run", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Optional<ProcessHandle> process() {
    try {
      return Files.exists(PID_FILE)
          ? ProcessHandle.of(Long.parseLong(Files.readString(PID_FILE).replaceAll("[^0-9]", "")))
              .filter(ProcessHandle::isAlive)
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the process id of pcscd cannot be read", e);
    }
  }
}
