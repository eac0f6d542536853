package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainTest {
  @TempDir
  Path folder;

  @Test
  void endsAsCommandLineDoesWhenConfigurationIsWrong() throws Exception {
    Path wrong = Files.writeString(folder.resolve("kiosk.toml"), "[kiosk]\nid = 7\n");
    StringWriter told = new StringWriter();
    int typed = Commands.line().setErr(new PrintWriter(told)).execute("run", "--config=" + wrong);
    Ended ended = kiosk("run", "--config", wrong.toString());
    assertEquals(Troubles.CONFIGURATION, typed);
    assertEquals(typed, ended.code());
    assertTrue(ended.said().contains(told.toString().strip().lines().findFirst().orElseThrow()));
  }

  @Test
  void readsNoCommandLineForServiceUnit() throws Exception {
    Path wrong = Files.writeString(folder.resolve("kiosk.toml"), "[kiosk]\nid = 7\n");
    Path loaded = folder.resolve("loaded");
    Ended _ = kiosk(loaded, "run", "--config", wrong.toString());
    List<String> classes = Files.readAllLines(loaded);
    assertTrue(classes.stream().anyMatch(line -> line.contains(KioskProgram.class.getName())));
    assertEquals(
        List.of(), classes.stream().filter(line -> line.contains(" picocli.")).toList());
  }

  @Test
  void leavesOtherCommandsToCommandLine() throws Exception {
    Ended ended = kiosk("run", "--config", "--help");
    assertEquals(2, ended.code(), ended::said);
    assertTrue(kiosk("version").said().contains("kiosk development"));
  }

  private record Ended(int code, String said) {}

  private Ended kiosk(String... arguments) throws Exception {
    return kiosk(folder.resolve("ignored"), arguments);
  }

  private Ended kiosk(Path loaded, String... arguments) throws Exception {
    Path said = folder.resolve("said");
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xlog:class+load:file=" + loaded,
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    } finally {
      process.destroy();
    }
    return new Ended(process.exitValue(), Files.readString(said));
  }
}
