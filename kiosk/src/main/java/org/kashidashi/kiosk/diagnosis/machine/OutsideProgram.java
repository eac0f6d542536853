package org.kashidashi.kiosk.diagnosis.machine;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Another program, run to its end: bounded in time, in lines, and in the length of each. */
final class OutsideProgram {
  private static final int LINE_MAXIMUM = 500;

  private OutsideProgram() {}

  /**
   * Runs it.
   *
   * @param lines how many of its last lines are wanted
   * @param patience with its words, and again with its end
   * @return what it printed, both streams together
   * @throws IOException it is not there, takes too long, or ends with another code than 0; the
   *     message holds its last words
   */
  static List<String> run(List<String> command, int lines, Duration patience) throws IOException {
    return run(command, lines, patience, Set.of(0));
  }

  /**
   * The same, for one that may end otherwise.
   *
   * @param good the codes that are no failure
   */
  static List<String> run(List<String> command, int lines, Duration patience, Set<Integer> good)
      throws IOException {
    Process process = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .start();
    FutureTask<List<String>> printed =
        new FutureTask<>(() -> last(process.getInputStream(), lines));
    Thread _ = Thread.ofPlatform().name("outside").daemon().start(printed);
    try {
      List<String> words = printed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(
            "%s did not end within %d s".formatted(command.getFirst(), patience.toSeconds()));
      }
      if (!good.contains(process.exitValue())) {
        throw new IOException("%s ended with %d: %s"
            .formatted(command.getFirst(), process.exitValue(), String.join(" ", words)));
      }
      return words;
    } catch (InterruptedException broken) {
      Thread.currentThread().interrupt();
      throw new IOException(command.getFirst() + " was broken off", broken);
    } catch (ExecutionException | TimeoutException failure) {
      throw new IOException(
          "%s did not answer within %d s".formatted(command.getFirst(), patience.toSeconds()),
          failure);
    } finally {
      // Whom it has started holds its output open, and a thread here with it.
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static List<String> last(InputStream printed, int lines) {
    Deque<String> last = new ArrayDeque<>();
    StringBuilder line = new StringBuilder();
    try (Reader reader =
        new BufferedReader(new InputStreamReader(printed, StandardCharsets.UTF_8))) {
      for (int next = reader.read(); next >= 0; next = reader.read()) {
        if (next == '\n') {
          add(last, line, lines);
        } else if (line.length() < LINE_MAXIMUM) {
          line.append(Character.getType(next) == Character.CONTROL ? ' ' : (char) next);
        }
      }
    } catch (IOException ended) {
      // It was destroyed because it took too long; what it said before stays said.
      add(last, line.append(" (cut off)"), lines);
    }
    if (!line.isEmpty()) {
      add(last, line, lines);
    }
    return List.copyOf(last);
  }

  private static void add(Deque<String> last, StringBuilder line, int lines) {
    if (last.size() == lines) {
      last.removeFirst();
    }
    last.add(line.toString());
    line.setLength(0);
  }
}
