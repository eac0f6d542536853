package org.kashidashi.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;
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

  /**
   * The file of that name.
   *
   * @param name with its folder, below the folder of all golden files
   */
  public static Golden file(String name) {
    return new Golden(FOLDER.resolve(name));
  }

  /** Fails if the text differs from the reviewed one. */
  public void check(String actual) {
    if (writing()) {
      write(actual.getBytes(UTF_8));
    }
    assertEquals(
        new String(read(), UTF_8),
        actual,
        () -> file + " differs; if that is meant, write it with -Dgolden=write and review it");
  }

  public static boolean writing() {
    return "write".equals(System.getProperty("golden"));
  }

  public void write(byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write " + file, failure);
    }
  }

  public byte[] read() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "cannot read " + file + "; write it with -Dgolden=write", failure);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
