package org.kashidashi.kiosk.diagnosis.facts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what the kernel tells in small files. */
public final class Kernel {
  private static final int LONGEST = 16 * 1024;

  private Kernel() {}

  /** The file's text without the space around it; empty if it is not there or cannot be read. */
  public static Optional<String> text(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(LONGEST);
      return Optional.of(new String(bytes, StandardCharsets.UTF_8).strip());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** A whole number, if the file holds one. */
  public static Optional<Long> number(Path file) {
    return text(file).filter(text -> text.matches("-?[0-9]{1,18}")).map(Long::valueOf);
  }
}
