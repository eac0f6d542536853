package org.kashidashi.kiosk.console.signin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.kashidashi.sync.file.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers the starts of all programs that technicians use on a machine, whichever line they serve, as
 * far as they note anything.
 */
public final class Starts {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}\n");

  private static final Logger LOG = LoggerFactory.getLogger(Starts.class);

  private final SignInFile file;
  private final Turn turn;

  /**
   * In a folder that they all share.
   *
   * @param folder on the file system that keeps what is written
   */
  public Starts(Path folder) {
    this.file = new SignInFile(folder.resolve("starts"));
    this.turn = new Turn(folder);
  }

  /** The number of this start, more than any before; 0 where nothing can be written. */
  public long next() {
    try {
      return turn.take(() -> {
        String text = file.read().orElse("0\n");
        long next = NUMBER.matcher(text).matches() ? Long.parseLong(text.strip()) + 1 : 1;
        file.write(next + "\n");
        return next;
      });
    } catch (IOException unwritable) {
      LOG.warn("this start has no number: {} cannot be written", file.path(), unwritable);
      return 0;
    }
  }
}
