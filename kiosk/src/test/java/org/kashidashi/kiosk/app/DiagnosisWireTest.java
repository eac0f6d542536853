package org.kashidashi.kiosk.app;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.kiosk.diagnosis.Diagnosis;
import org.kashidashi.kiosk.diagnosis.DiagnosisContract;
import org.kashidashi.kiosk.diagnosis.wire.DiagnosisClient;

/** A running kiosk answers over its socket as it answers itself. */
class DiagnosisWireTest extends DiagnosisContract {
  /** Of all tests: keys take seconds to make. */
  @TempDir
  private static Path folder;

  private DiagnosedKiosk kiosk;

  @BeforeEach
  void start() throws Exception {
    DiagnosedKiosk.open(folder);
    kiosk = new DiagnosedKiosk(folder);
  }

  @AfterEach
  void stop() throws Exception {
    kiosk.close();
  }

  @Override
  protected Diagnosis diagnosis() {
    return new DiagnosisClient(List.of(kiosk.socket), System::nanoTime);
  }
}
