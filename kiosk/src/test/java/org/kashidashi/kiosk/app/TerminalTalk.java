package org.kashidashi.kiosk.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.kashidashi.hal.pty.Pty;

/** A person's talk with a program that runs on a terminal. */
final class TerminalTalk {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SILENCE = Duration.ofMillis(50);

  /** What JLine says to the terminal, beside what it says to the person. */
  private static final Pattern CONTROL =
      Pattern.compile("\u001b(\\[[0-9;?]*[ -/]*[@-~]|[()].|[=>78])");

  private final Pty terminal;
  private final Process program;
  private final Path log;
  private final StringBuilder said = new StringBuilder();
  private int read;

  /**
   * @param log what the program says beside the terminal
   */
  TerminalTalk(Pty terminal, Process program, Path log) {
    this.terminal = terminal;
    this.program = program;
    this.log = log;
  }

  /** Types a line once it is asked for: what is typed ahead, the terminal shows by itself. */
  void answer(String question, String line) {
    String _ = await(question);
    terminal.send(line + "\r");
  }

  /**
   * Waits until the program says this, after what was waited for before.
   *
   * @return what it has said until then
   */
  String await(String text) {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (said.indexOf(text, read) < 0) {
      listen(SILENCE);
      if (System.nanoTime() > limit || !program.isAlive()) {
        throw new AssertionError("'%s' does not come; the person was told\n%s\nand the log says\n%s"
            .formatted(text, said, log()));
      }
    }
    int end = said.indexOf(text, read) + text.length();
    String heard = said.substring(read, end);
    read = end;
    return heard;
  }

  void listen(Duration time) {
    String come = new String(terminal.receive(time), UTF_8);
    said.append(CONTROL.matcher(come).replaceAll("").replace("\r", ""));
  }

  /** All that the program has said. */
  String said() {
    return said.toString();
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
