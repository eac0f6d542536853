package org.kashidashi.hal.driver.escpos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.driver.escpos.PrinterLine.FlowControl;
import org.kashidashi.hal.pty.Pty;

/** A program that leads a session, as a service does, whose printer's line hangs up. */
final class HangupProbe {
  private HangupProbe() {}

  /** The controlling terminal (0 is none) of a process that has outlived its printer. */
  static String controllingTerminalAfterHangup() throws IOException, InterruptedException {
    Pty pty = Pty.open();
    Process process = new ProcessBuilder(
            "setsid",
            "--wait",
            // Whoever started the build may have ignored SIGHUP, which children inherit.
            "env",
            "--default-signal=HUP",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            HangupProbe.class.getName(),
            pty.device().toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try {
      String opened = process.inputReader().readLine();
      pty.close();
      String terminal = process.inputReader().readLine();
      if (opened == null || terminal == null || !process.waitFor(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("probe died of the hangup, or did not open the line");
      }
      return terminal;
    } finally {
      pty.close();
      process.destroyForcibly();
    }
  }

  public static void main(String[] arguments) throws IOException {
    PrinterLine line = new PrinterLine.Serial(Path.of(arguments[0]), 9600, FlowControl.XON_XOFF);
    EscPosSettings settings = EscPosSettings.of(line, EscPosSettings.Paper.MM_58);
    try (EscPosPrinter printer = new EscPosPrinter(settings, FontList.debian())) {
      System.out.println(printer.status()); // nobody answers
      for (int asked = 0; asked < 3; asked++) {
        var _ = printer.status();
      }
      String stat = Files.readString(Path.of("/proc/self/stat"));
      System.out.println(stat.substring(stat.lastIndexOf(')') + 2).split(" ", 6)[4]);
    }
  }
}
