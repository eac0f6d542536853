package org.kashidashi.kiosk.app;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where kiosk and console meet. */
final class DiagnosisSocket {
  /** Made by the service manager, for the kiosk's user alone. */
  private static final Path RUNTIME = Path.of("/run/kashidashi");

  private static final String NAME = "diagnosis.sock";

  private DiagnosisSocket() {}

  /** Where no service manager has made a folder for it, it lies beside the database. */
  static Path of(Path stateDirectory) {
    boolean managed = Files.isDirectory(RUNTIME) && Files.isWritable(RUNTIME);
    return (managed ? RUNTIME : stateDirectory).resolve(NAME);
  }
}
