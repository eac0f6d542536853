package org.kashidashi.kiosk.vm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tests' own hands inside the machine: a shell on its first serial port. */
final class RootShell implements AutoCloseable {
  private static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

  private final SerialLine line;
  private int commands;
  private boolean ready;

  private RootShell(SerialLine line) {
    this.line = line;
  }

  static RootShell connect(Path socket) throws IOException {
    return new RootShell(SerialLine.connect(socket, bytes -> new byte[0]));
  }

  /** Waits until the machine has come so far that there is a shell. */
  void awaitReady(Duration limit) throws Exception {
    if (ready) {
      return;
    }
    Patience.until("the machine's shell", limit, () -> Optional.of(text().contains("SHELL-READY")));
    ready = true;
    run("export SYSTEMD_COLORS=0 SYSTEMD_PAGER=cat");
  }

  /** The machine has been told to restart: waits for the shell of its next start. */
  void awaitRestart(Duration limit) throws Exception {
    line.forget();
    ready = false;
    awaitReady(limit);
  }

  /** Runs it, and gives what it said; a failure is a failure of the proof. */
  String run(String command) throws Exception {
    Result result = attempt(command);
    if (result.status() != 0) {
      throw new ProofFailedException("'%s' in the machine: status %d, %s"
          .formatted(command, result.status(), result.output()));
    }
    return result.output();
  }

  /** What a command said and how it ended. */
  record Result(int status, String output) {}

  Result attempt(String command) throws Exception {
    commands++;
    line.forget();
    line.send("{ %s\n} </dev/null 2>&1; echo \"=%d=$?=\"\n"
        .formatted(command, commands)
        .getBytes(StandardCharsets.UTF_8));
    Pattern end = Pattern.compile("(?s)(.*)=%d=(\\d+)=\\s*$".formatted(commands));
    return Patience.await("'%s' in the machine".formatted(command), USUAL_LIMIT, () -> {
      Matcher matcher = end.matcher(text());
      return matcher.matches()
          ? Optional.of(
              new Result(Integer.parseInt(matcher.group(2)), matcher.group(1).strip()))
          : Optional.empty();
    });
  }

  private String text() {
    return new String(line.received(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
