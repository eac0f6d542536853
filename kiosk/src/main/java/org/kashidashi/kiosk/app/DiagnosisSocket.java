package org.kashidashi.kiosk.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where kiosk and console meet. */
final class DiagnosisSocket {
  /** Made by the service manager, for the kiosk's user alone. */
  private static final Path RUNTIME = Path.of("/run/kashidashi");

  private static final String NAME = "diagnosis.sock";

  private DiagnosisSocket() {}

  /**
   * Where this process, the kiosk, listens: where no service manager has made a folder for it, beside
   * the database.
   */
  static Path own(Path stateDirectory) {
    boolean managed = Files.isDirectory(RUNTIME) && Files.isWritable(RUNTIME);
    return (managed ? RUNTIME : stateDirectory).resolve(NAME);
  }

  /** Where a kiosk may listen; whoever asks may be allowed less than it. */
  static List<Path> of(Path stateDirectory) {
    return List.of(RUNTIME.resolve(NAME), stateDirectory.resolve(NAME));
  }
}
