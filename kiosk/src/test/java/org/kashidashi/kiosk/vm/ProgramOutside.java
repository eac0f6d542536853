package org.kashidashi.kiosk.vm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of this machine that the proof starts and ends, each by its own number. */
final class ProgramOutside {
  private ProgramOutside() {}

  /** Starts it; it is killed with this virtual machine at the latest. */
  static Process start(List<String> command, Path log) throws IOException {
    Process process = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> kill(process)));
    return process;
  }

  static void kill(Process process) {
    process.destroyForcibly();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("process %d survives its kill".formatted(process.pid()));
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs it to its end; gives its status. */
  static int status(List<String> command, Path log) throws IOException, InterruptedException {
    Process process = start(command, log);
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      kill(process);
      throw new IOException("'%s' does not end".formatted(String.join(" ", command)));
    }
    return process.exitValue();
  }

  /** Runs it to its end, which has to be a good one. */
  static void run(List<String> command, Path log) throws Exception {
    int status = status(command, log);
    if (status != 0) {
      throw new ProofFailedException(
          "'%s' ended with %d; see %s".formatted(String.join(" ", command), status, log));
    }
  }

  /** Runs it and gives what it said. */
  static String output(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
