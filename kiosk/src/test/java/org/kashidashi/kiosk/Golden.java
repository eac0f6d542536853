package org.kashidashi.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A reviewed file that a test compares with; {@code -Dgolden=write} writes it anew. */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private final Path file;

  private Golden(Path file) {
    this.file = file;
  }

  public static Golden text(String name) {
    return new Golden(FOLDER.resolve(name));
  }

  /** Fails if the text differs from the reviewed one. */
  public void check(String actual) {
    try {
      if ("write".equals(System.getProperty("golden"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertEquals(
          Files.readString(file),
          actual,
          () -> file + " differs; if that is meant, write it with -Dgolden=write and review it");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
