package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.kiosk.app.demo.DemoStation;
import picocli.CommandLine;

final class TrustCommandTest {
  @TempDir
  Path folder;

  @BeforeEach
  void trustTwoAuthorities() throws Exception {
    DemoStation.open(folder, DemoStation.clock(), new SecureRandom()).close();
  }

  @Test
  void writesEveryChangeIntoAuditTrail() throws IOException {
    String anchor = trusted();
    assertEquals(0, trust("remove", anchor));
    assertEquals(1, trust("remove", anchor));
    Path file = Files.write(folder.resolve("again.cer"), removed);
    assertEquals(0, trust("import", "--sha256", anchor, file.toString()));
    assertEquals(0, trust("import", "--sha256", anchor, file.toString()));
    List<String> lines = trail();
    assertEquals(2, lines.size(), lines::toString);
    assertTells(lines.getFirst(), "anchor_removed", anchor);
    assertTells(lines.getLast(), "anchor_imported", anchor);
  }

  private byte[] removed = new byte[0];

  private static void assertTells(String line, String kind, String sha256) {
    assertTrue(line.contains("\"kind\":\"%s\"".formatted(kind)), line);
    assertTrue(line.contains("\"sha256\":\"%s\"".formatted(sha256)), line);
    assertTrue(line.contains("\"kiosk\":\"demo-1\",\"epoch\":0,"), line);
  }

  private int trust(String command, String... rest) {
    List<String> arguments = new ArrayList<>(
        List.of("trust", command, "--config", folder.resolve("kiosk.toml").toString()));
    arguments.addAll(List.of(rest));
    CommandLine commandLine = Commands.line().setOut(new PrintWriter(new StringWriter()));
    return commandLine.execute(arguments.toArray(String[]::new));
  }

  /** The SHA-256 of one of the authorities, whose certificate is kept. */
  private String trusted() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("trust"))) {
      Path file = files.findFirst().orElseThrow();
      removed = Files.readAllBytes(file);
      return String.valueOf(file.getFileName()).replace(".der", "");
    }
  }

  private List<String> trail() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("kiosk"))) {
      return Files.readAllLines(files.findFirst().orElseThrow());
    }
  }
}
