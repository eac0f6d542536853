package org.kashidashi.kiosk.app.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A kiosk in a process of its own, which is started again when it ends, as a service manager does it.
 * Any thread.
 */
public final class DemoProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DemoProcess.class);
  private static final long PAUSE_SECONDS = 2;

  private final List<String> command;
  private final Path log;
  private Process process;
  private boolean closed;

  private DemoProcess(List<String> command, Path log) throws IOException {
    this.command = command;
    this.log = log;
    this.process = start();
  }

  /**
   * Starts this program once more, as the kiosk of a configuration.
   *
   * @param log is made, and added to
   */
  public static DemoProcess of(String program, Path configuration, Path log) throws IOException {
    List<String> command = List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-Xmx64m",
        "--enable-native-access=ALL-UNNAMED",
        "-Djava.awt.headless=true",
        "-cp",
        System.getProperty("java.class.path"),
        program,
        "run",
        "--config",
        configuration.toString());
    DemoProcess kiosk = new DemoProcess(command, log);
    // Whoever closes the terminal closes the demonstration, and all that it has started.
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(kiosk::close));
    return kiosk;
  }

  private Process start() throws IOException {
    ProcessBuilder.Redirect appended = ProcessBuilder.Redirect.appendTo(log.toFile());
    Process started = new ProcessBuilder(command)
        .redirectOutput(appended)
        .redirectError(appended)
        .start();
    CompletableFuture<Void> _ = started
        .onExit()
        .thenRunAsync(
            this::startAgain, CompletableFuture.delayedExecutor(PAUSE_SECONDS, TimeUnit.SECONDS));
    return started;
  }

  private synchronized void startAgain() {
    if (closed) {
      return;
    }
    try {
      process = start();
    } catch (IOException failure) {
      LOG.error("the kiosk cannot be started again", failure);
    }
  }

  /** It ends, and another one begins. */
  public synchronized void restart() {
    process.destroy();
  }

  /** What it said last, oldest first. */
  public List<String> log(int lines) throws IOException {
    List<String> all = Files.readAllLines(log, StandardCharsets.UTF_8);
    return all.subList(Math.max(0, all.size() - lines), all.size());
  }

  @Override
  public void close() {
    Process last;
    synchronized (this) {
      closed = true;
      last = process;
    }
    last.destroy();
    Process _ = last.onExit().join();
  }
}
