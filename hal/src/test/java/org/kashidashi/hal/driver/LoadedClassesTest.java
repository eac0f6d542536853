package org.kashidashi.hal.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java's toolkit for windows takes some 20 MB, and half a second: too much for what it draws. */
final class LoadedClassesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.kashidashi.hal.driver.framebuffer.PanelPicture",
        "org.kashidashi.hal.driver.escpos.SlipPrintout"
      })
  void drawsWithoutToolkitForWindows(String program, @TempDir Path folder) throws Exception {
    Path loaded = folder.resolve("loaded");
    Path said = folder.resolve("said");
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load:file=" + loaded,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            program,
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    } finally {
      process.destroy();
    }
    assertEquals(0, process.exitValue(), Files.readString(said));
    List<String> classes = Files.readAllLines(loaded);
    assertTrue(classes.stream().anyMatch(line -> line.contains(" " + program + " ")));
    assertTrue(classes.stream().anyMatch(line -> line.contains("hal.display.FontFace ")));
    assertEquals(
        List.of(),
        classes.stream()
            .filter(line -> line.matches(".* (java\\.awt|sun\\.awt|sun\\.font|sun\\.java2d)\\..*"))
            .toList());
  }
}
