package org.kashidashi.kiosk.console.signin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.kashidashi.sync.file.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whom the configuration named when it could be read last: a file with a mistake must not shut out
 * those who come to find it.
 */
public final class Remembered {
  private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);

  private final SignInFile file;
  private final Turn turn;

  /**
   * In a folder that all consoles of the machine share.
   *
   * @param folder on the file system that keeps what is written
   */
  public Remembered(Path folder) {
    this.file = new SignInFile(folder.resolve("named"));
    this.turn = new Turn(folder);
  }

  /** Nobody, if nothing can be read. */
  public List<KeyHolder> holders() {
    try {
      return file.read()
          .orElse("")
          .lines()
          .flatMap(line -> KeyHolder.parse(line).stream())
          .toList();
    } catch (IOException unreadable) {
      LOG.warn("nobody knows whom the configuration named", unreadable);
      return List.of();
    }
  }

  /** From now on these, and nobody else. Written only where it makes a difference. */
  public void keep(List<KeyHolder> named) {
    String text =
        named.stream().map(holder -> holder.written() + "\n").collect(Collectors.joining());
    try {
      if (!file.read().orElse("").equals(text)) {
        boolean _ = turn.take(() -> {
          file.write(text);
          return true;
        });
      }
    } catch (IOException unwritable) {
      LOG.warn("whom the configuration names cannot be noted", unwritable);
    }
  }
}
