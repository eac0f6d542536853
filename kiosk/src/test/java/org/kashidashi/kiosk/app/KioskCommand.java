package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands of the program kiosk as somebody beside the running kiosk types them. */
public final class KioskCommand {
  private KioskCommand() {}

  /** The lines that a command prints, which must succeed. */
  public static List<String> output(String name, Path config, String... options) {
    List<String> arguments = new ArrayList<>(List.of(name, "--config", config.toString()));
    arguments.addAll(List.of(options));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Commands.line()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
    assertEquals(0, code, err.toString());
    return out.toString().lines().toList();
  }
}
