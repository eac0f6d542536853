package org.kashidashi.hal.driver.audio;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Programs of which each reads what the one before it writes. Belongs to one thread, except that
 * any thread may stop it.
 */
final class Pipeline {
  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

  /** What a pipe takes without anybody reading it (pipe(7)), so that writing never waits. */
  static final int INPUT_MAXIMUM = 65_536;

  private final List<List<String>> commands;
  private final List<Process> processes;
  private volatile boolean stopped;

  private Pipeline(List<List<String>> commands, List<Process> processes) {
    this.commands = commands;
    this.processes = processes;
  }

  /**
   * Starts the programs, without a shell.
   *
   * @param commands each a program with its arguments
   * @param input what the first one reads, at most {@link #INPUT_MAXIMUM} bytes
   */
  static Pipeline start(List<List<String>> commands, byte[] input)
      throws SoundUnavailableException {
    if (input.length > INPUT_MAXIMUM) {
      throw new IllegalArgumentException(
          "%d bytes for a program, need at most %d".formatted(input.length, INPUT_MAXIMUM));
    }
    List<ProcessBuilder> builders = commands.stream()
        .map(command -> new ProcessBuilder(command).redirectError(Redirect.DISCARD))
        .toList();
    builders.getLast().redirectOutput(Redirect.DISCARD);
    Pipeline pipeline = new Pipeline(commands, start(commands, builders));
    try (OutputStream first = pipeline.processes.getFirst().getOutputStream()) {
      first.write(input);
    } catch (IOException gone) {
      // How it ended says more than that it no longer reads.
      LOG.debug("{} did not read its input: {}", pipeline.names(), gone.getMessage());
    }
    return pipeline;
  }

  private static List<Process> start(List<List<String>> commands, List<ProcessBuilder> builders)
      throws SoundUnavailableException {
    try {
      return ProcessBuilder.startPipeline(builders);
    } catch (IOException missing) {
      throw new SoundUnavailableException(
          "%s cannot be started, install it or name another program in the settings: %s"
              .formatted(names(commands), missing.getMessage()),
          missing);
    }
  }

  /**
   * Waits until all programs have ended, and ends them itself after the limit.
   *
   * @throws SoundUnavailableException if one of them failed or did not end, unless it was stopped
   */
  void await(Duration limit) throws SoundUnavailableException, InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    for (int i = processes.size() - 1; i >= 0; i--) {
      Process process = processes.get(i);
      if (!process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        stop();
        throw new SoundUnavailableException("%s did not end within %d s, see whether the sound"
                .formatted(commands.get(i).getFirst(), limit.toSeconds())
            + " device is held by another program");
      }
      if (process.exitValue() != 0 && !stopped) {
        stop();
        throw new SoundUnavailableException("%s ended with %d, try it by hand as the kiosk's user"
            .formatted(commands.get(i).getFirst(), process.exitValue()));
      }
    }
  }

  /** Ends all programs, and what they started. Any thread; the wait of another one ends. */
  void stop() {
    stopped = true;
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private String names() {
    return names(commands);
  }

  private static String names(List<List<String>> commands) {
    return String.join(" | ", commands.stream().map(List::getFirst).toList());
  }
}
