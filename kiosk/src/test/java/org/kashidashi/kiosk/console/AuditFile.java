package org.kashidashi.kiosk.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.kashidashi.kiosk.audit.AuditRecord;

/** Writes records as they print themselves, a row each. */
record AuditFile(Path file) implements Consumer<AuditRecord> {
  @Override
  public void accept(AuditRecord record) {
    try {
      Files.writeString(file, record + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
