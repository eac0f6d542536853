package org.kashidashi.kiosk.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what came out last time; written anew with {@code -Dgolden=write}. */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  public static boolean writing() {
    return "write".equals(System.getProperty("golden"));
  }

  public static Path file(String folder, String name) {
    return FOLDER.resolve(folder).resolve(name);
  }

  public static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  public static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + "; write it with -Dgolden=write", e);
    }
  }
}
