package org.kashidashi.kiosk.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;
import org.kashidashi.hal.pty.Pty;

/**
 * A person at a terminal on whose other end a program runs as on a serial line, which is its
 * controlling terminal.
 *
 * <p>Knows of ECMA-48 what a line editor needs, and fails at anything else: whoever may write a
 * control sequence that nobody expects owns the terminal.
 */
final class TypedTerminal implements AutoCloseable {
  private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[([0-9;]*)([A-Za-z])");
  private static final Duration SILENCE = Duration.ofMillis(20);
  private static final int COLUMNS = 80;

  /** For a busy machine; what is waited for mostly comes at once. */
  private static final int PATIENCE = 3_000;

  private final Pty pty = Pty.open();
  private final Process program;
  private final List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
  private int row;
  private int column;
  private byte[] half = new byte[0];

  /** How many rows there were when something was typed last: its answer stands on a new one. */
  private int rowsBefore;

  /**
   * With a program.
   *
   * @param environment nothing else is set, besides the path
   */
  TypedTerminal(Map<String, String> environment, File errors, List<String> command)
      throws IOException {
    File device = pty.device().toFile();
    // Whoever started the build may have ignored Ctrl-C, which children inherit.
    List<String> all =
        new ArrayList<>(List.of("setsid", "--ctty", "--wait", "env", "--default-signal=INT,HUP"));
    all.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(all).redirectInput(device).redirectOutput(device).redirectError(errors);
    String path = System.getenv("PATH");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    builder.environment().putAll(environment);
    program = builder.start();
  }

  void type(String keys) {
    rowsBefore = rows.size();
    pty.send(keys);
  }

  /** Waits until the last row ends so, which is a new one since something was typed. */
  void await(String end) {
    for (int looks = 0; looks < PATIENCE; looks++) {
      if (rows.size() > rowsBefore && text().endsWith(end)) {
        return;
      }
      feed(pty.receive(SILENCE));
    }
    throw new AssertionError("no '%s' at the end of%n%s".formatted(end, text()));
  }

  /** Waits until something more comes. */
  void awaitMore() {
    for (int looks = 0; looks < PATIENCE; looks++) {
      byte[] more = pty.receive(SILENCE);
      if (more.length > 0) {
        feed(more);
        return;
      }
    }
    throw new AssertionError("nothing more comes after%n%s".formatted(text()));
  }

  /** All rows since the beginning, without blanks at their ends, but at that of the last. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size() - 1; i++) {
      text.append(rows.get(i).toString().stripTrailing()).append('\n');
    }
    return text.append(rows.getLast()).toString();
  }

  /** Pulls the cable. */
  void hangUp() {
    pty.close();
  }

  boolean ended(Duration patience) throws InterruptedException {
    return program.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    pty.close();
    program.descendants().forEach(ProcessHandle::destroyForcibly);
    var _ = program.destroyForcibly();
  }

  private void feed(byte[] more) {
    byte[] octets = new byte[half.length + more.length];
    System.arraycopy(half, 0, octets, 0, half.length);
    System.arraycopy(more, 0, octets, half.length, more.length);
    int whole = wholeCharacters(octets);
    half = Arrays.copyOfRange(octets, whole, octets.length);
    String text = new String(octets, 0, whole, StandardCharsets.UTF_8);
    Matcher sequence = SEQUENCE.matcher(text);
    int at = 0;
    while (at < text.length()) {
      int sign = text.codePointAt(at);
      if (sign == 0x1B) {
        if (!sequence.find(at) || sequence.start() != at) {
          throw new AssertionError("a sequence that nobody expects: "
              + text.substring(at, Math.min(text.length(), at + 9)).replace('\u001b', '^'));
        }
        control(sequence.group(1), sequence.group(2));
        at = sequence.end();
      } else {
        print(sign);
        at += Character.charCount(sign);
      }
    }
  }

  private static int wholeCharacters(byte[] octets) {
    int end = octets.length;
    int start = end;
    while (start > 0 && end - start < 4) {
      start--;
      int octet = octets[start] & 0xFF;
      if (octet < 0x80) {
        return end;
      }
      if (octet >= 0xC0) {
        int needed = octet >= 0xF0 ? 4 : octet >= 0xE0 ? 3 : 2;
        return end - start >= needed ? end : start;
      }
    }
    return end;
  }

  private void control(String arguments, String command) {
    int number = arguments.isEmpty() ? 1 : Integer.parseInt(arguments);
    switch (command) {
      case "A" -> row = Math.max(0, row - number);
      case "C" -> column += number;
      case "D" -> column = Math.max(0, column - number);
      case "K" -> cut(rows.get(row), column);
      case "P" -> {
        String after = rest(rows.get(row), column + number);
        cut(rows.get(row), column);
        rows.get(row).append(after);
      }
      case "J" -> {
        cut(rows.get(row), column);
        while (rows.size() > row + 1) {
          rows.removeLast();
        }
      }
      default -> throw new AssertionError("a sequence that nobody expects: " + command);
    }
  }

  private void print(int sign) {
    switch (sign) {
      case '\r' -> column = 0;
      case '\b' -> column = Math.max(0, column - 1);
      case 0x07 -> {}
      case '\n' -> {
        row++;
        if (row == rows.size()) {
          rows.add(new StringBuilder());
        }
      }
      case '\t' -> put('\t');
      default -> {
        if (sign < ' ' || (sign >= 0x7F && sign < 0xA0) || sign == 0xFFFD) {
          throw new AssertionError("control character %02x".formatted(sign));
        }
        put(sign);
      }
    }
  }

  private void put(int sign) {
    int width = sign == '\t' ? 1 : WCWidth.wcwidth(sign);
    if (column + width > COLUMNS) {
      print('\n');
      column = 0;
    }
    StringBuilder text = rows.get(row);
    while (cells(text) < column) {
      text.append(' ');
    }
    String after = rest(text, column + width);
    cut(text, column);
    text.appendCodePoint(sign).append(after);
    column += width;
  }

  private static int cells(CharSequence text) {
    return text.codePoints()
        .map(sign -> sign == '\t' ? 1 : WCWidth.wcwidth(sign))
        .sum();
  }

  private static void cut(StringBuilder text, int column) {
    text.setLength(text.length() - rest(text, column).length());
  }

  private static String rest(StringBuilder text, int column) {
    int at = 0;
    int cells = 0;
    while (at < text.length() && cells < column) {
      int sign = text.codePointAt(at);
      cells += sign == '\t' ? 1 : WCWidth.wcwidth(sign);
      at += Character.charCount(sign);
    }
    return text.substring(at);
  }
}
