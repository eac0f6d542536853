package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.pty.Pty;
import org.kashidashi.kiosk.app.demo.DemoStation;

@Timeout(60)
final class RunCommandTest {
  private static final int COLUMNS = 60;
  private static final int ROWS = 22;
  private static final Duration SILENCE = Duration.ofMillis(50);

  @TempDir
  Path folder;

  @Test
  void saysOutOfServiceOnPanelWhenStoreIsDamaged() throws Exception {
    DemoStation.open(folder, DemoStation.clock(), new SecureRandom()).close();
    Files.createDirectories(folder.resolve("kiosk"));
    Files.writeString(folder.resolve("kiosk").resolve(Wiring.STORE_FILE), "damaged".repeat(1000));
    try (Pty panel = Pty.open()) {
      panel.resize(COLUMNS, ROWS);
      Path file = folder.resolve("run.toml");
      Files.writeString(
          file,
          Files.readString(folder.resolve("kiosk.toml"))
              + """

          [display]
          tty = "%s"
          columns = %d
          rows = %d
          """.formatted(panel.device(), COLUMNS, ROWS));
      StringWriter told = new StringWriter();
      CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> Commands.line()
          .setErr(new PrintWriter(told))
          .execute("run", "--config", file.toString()));
      StringBuilder painted = new StringBuilder();
      while (!code.isDone()) {
        painted.append(new String(panel.receive(SILENCE), StandardCharsets.UTF_8));
      }
      painted.append(new String(panel.receive(SILENCE), StandardCharsets.UTF_8));
      assertEquals(Troubles.FILES, code.join(), told::toString);
      assertTrue(painted.toString().contains("E-305"), painted::toString);
    }
  }
}
