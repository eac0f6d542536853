package org.kashidashi.kiosk.console.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RememberedTest {
  private static final KeyHolder SATO =
      new KeyHolder(new Technician("sato", Role.TEST), "A".repeat(43) + "=");
  private static final KeyHolder YAMADA = new KeyHolder(new Technician("yamada", Role.ADMIN), "");

  @TempDir
  Path folder;

  @Test
  void remembersWhomTheConfigurationNamedLast() {
    Remembered remembered = new Remembered(folder);
    assertEquals(List.of(), remembered.holders());
    remembered.keep(List.of(SATO, YAMADA));
    assertEquals(List.of(SATO, YAMADA), new Remembered(folder).holders());
    remembered.keep(List.of(YAMADA));
    assertEquals(List.of(YAMADA), new Remembered(folder).holders());
  }

  @Test
  void leavesOutWhatIsDamaged() throws IOException {
    Files.writeString(folder.resolve("named"), "sato:root\nyamada:admin\n");
    assertEquals(List.of(YAMADA), new Remembered(folder).holders());
  }
}
