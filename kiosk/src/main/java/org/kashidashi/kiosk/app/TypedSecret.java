package org.kashidashi.kiosk.app;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads what nobody may see: from the terminal without echo, or from standard input. */
final class TypedSecret {
  private static final int LENGTH_MAXIMUM = 256;

  private TypedSecret() {}

  /**
   * One line of it.
   *
   * @return the caller's to wipe; empty if there is none
   */
  static char[] read(String prompt, InputStream input) throws IOException {
    Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (terminal.isPresent()) {
      char[] typed = terminal.get().readPassword("%s ", prompt);
      return typed == null ? new char[0] : typed;
    }
    return line(input).toCharArray();
  }

  /** One line of standard input, cut if it is endless; empty if there is none. */
  static String line(InputStream input) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    StringBuilder line = new StringBuilder();
    for (int sign = reader.read(); sign >= 0 && sign != '\n'; sign = reader.read()) {
      if (line.length() == LENGTH_MAXIMUM) {
        break;
      }
      line.append((char) sign);
    }
    return line.toString().strip();
  }
}
