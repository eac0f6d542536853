package org.kashidashi.kiosk.app;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program kiosk. */
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  /** What picocli ends with after an exception that nobody knows. */
  private static final int UNKNOWN_TROUBLE = 1;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(execute(arguments));
  }

  /**
   * Carries out a command.
   *
   * <p>The one that the service unit gives, to the letter, is carried out without the library that
   * reads command lines: it takes a third of the time to the first screen.
   *
   * @return the program's exit code
   */
  static int execute(String... arguments) {
    boolean unit = arguments.length == 3
        && arguments[0].equals("run")
        && arguments[1].equals("--config")
        && !arguments[2].startsWith("-");
    return unit ? serve(Path.of(arguments[2])) : Commands.line().execute(arguments);
  }

  private static int serve(Path configuration) {
    try {
      return new KioskProgram(configuration).call();
    } catch (Exception trouble) {
      return tell(trouble);
    }
  }

  private static int tell(Exception trouble) {
    try {
      return Troubles.tell(trouble, System.err::println);
    } catch (Exception mistake) {
      LOG.error("the kiosk ends because of a mistake of its own", mistake);
      return UNKNOWN_TROUBLE;
    }
  }
}
