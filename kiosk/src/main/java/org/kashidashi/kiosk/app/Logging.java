package org.kashidashi.kiosk.app;

import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Where the program's log goes: standard error, which the service manager hands to the journal. */
final class Logging {
  /** Tells of every step of its own start; kept, or it would forget its level. */
  private static final Logger PI4J = Logger.getLogger("com.pi4j");

  private Logging() {}

  /** From this level on, one line a record, with the journal's priority in front of it. */
  static void toStandardError(Level from) {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    ConsoleHandler console = new ConsoleHandler();
    console.setFormatter(new JournalLine());
    console.setLevel(from);
    root.addHandler(console);
    root.setLevel(from);
    PI4J.setLevel(from.intValue() > Level.WARNING.intValue() ? from : Level.WARNING);
  }

  /** sd-daemon(3): a line may begin with its priority in angle brackets. */
  static final class JournalLine extends Formatter {
    @Override
    public String format(LogRecord logged) {
      StringBuilder lines = new StringBuilder();
      line(lines, logged, "%s: %s".formatted(shortName(logged), formatMessage(logged)));
      Throwable cause = logged.getThrown();
      while (cause != null) {
        line(lines, logged, "  caused by " + cause);
        for (StackTraceElement frame : cause.getStackTrace()) {
          line(lines, logged, "    at " + frame);
        }
        cause = cause.getCause();
      }
      return lines.toString();
    }

    private static void line(StringBuilder lines, LogRecord logged, String text) {
      lines.append('<').append(priority(logged.getLevel())).append('>');
      lines.append(text.replaceAll("\\p{Cntrl}", " ")).append('\n');
    }

    private static int priority(Level level) {
      if (level.intValue() >= Level.SEVERE.intValue()) {
        return 3;
      }
      if (level.intValue() >= Level.WARNING.intValue()) {
        return 4;
      }
      return level.intValue() >= Level.INFO.intValue() ? 6 : 7;
    }

    private static String shortName(LogRecord logged) {
      String name = String.valueOf(logged.getLoggerName());
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }
}
