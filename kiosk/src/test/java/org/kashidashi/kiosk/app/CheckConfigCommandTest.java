package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CheckConfigCommandTest {
  private static final int CONFIGURATION = 78;
  private static final int FILES = 74;

  @TempDir
  Path folder = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource({"800, 480, 0", "480, 800, 0", "1920, 1080, 0"})
  void saysWhatFindsRoomOnThePanel(int width, int height, int rotation) throws IOException {
    assertEquals(0, check(withPanel(width, height, rotation)), err::toString);
    assertTrue(out.toString().contains("panel of %d x %d".formatted(width, height)), out::toString);
  }

  @ParameterizedTest
  @CsvSource({"640, 480, 0", "800, 479, 0", "480, 799, 90", "320, 240, 0"})
  void refusesPanelOnWhichNobodyCouldReadAndSaysWhy(int width, int height, int rotation)
      throws IOException {
    assertEquals(FILES, check(withPanel(width, height, rotation)));
    assertTrue(
        err.toString().contains("use one of 800 x 480 or more")
            || err.toString().contains("need at least"),
        err::toString);
  }

  @Test
  void saysThatPanelOfAnotherMachineWasNotChecked() throws IOException {
    assertEquals(0, check(example().replace("[display]", "[display]\npath = \"/nowhere/fb0\"")));
    assertTrue(out.toString().contains("not checked"), out::toString);
  }

  @Test
  void refusesWordsForWhichThereIsNoRoom() throws IOException {
    assertEquals(
        CONFIGURATION,
        check(example().replace("[display]", "[display]\npath = \"/nowhere/fb0\"")
            + "\n[words.ja]\n\"choice.START\" = \"%s\"\n".formatted("ながい".repeat(40))),
        err::toString);
    assertTrue(err.toString().contains("s0-idle"), err::toString);
  }

  @Test
  void refusesLogoThatCannotBeDrawnAndSaysWhy() throws IOException {
    Path logo = Files.writeString(folder.resolve("logo.png"), "no picture");
    String elsewhere = example().replace("[display]", "[display]\npath = \"/nowhere/fb0\"");
    assertEquals(CONFIGURATION, check(elsewhere + "\n[look]\nlogo = \"%s\"\n".formatted(logo)));
    assertTrue(err.toString().contains("logo.png: it is no PNG file"), err::toString);
    Files.delete(logo);
    assertEquals(CONFIGURATION, check(elsewhere + "\n[look]\nlogo = \"%s\"\n".formatted(logo)));
    assertTrue(err.toString().contains("logo.png is no file"), err::toString);
    Path good = Path.of("src/test/resources/look/invented-logo.png").toAbsolutePath();
    assertEquals(0, check(elsewhere + "\n[look]\nlogo = \"%s\"\n".formatted(good)), err::toString);
  }

  @Test
  void findsRoomForTheLongestNamesOfPlacesInEveryLanguage() throws IOException {
    String named = example()
        .replace("[display]", "[display]\npath = \"/nowhere/fb0\"")
        .replaceAll("(?m)^counter = .*$", "")
        .replace(
            "[library]",
            "[library]\ncounter = \"%s\"\nmunicipality = \"%s\""
                .formatted("総合案内".repeat(3), "市".repeat(12)));
    assertEquals(0, check(named), err::toString);
  }

  private String withPanel(int width, int height, int rotation) throws IOException {
    Files.writeString(folder.resolve("virtual_size"), width + "," + height + "\n");
    Files.writeString(folder.resolve("bits_per_pixel"), "32\n");
    Files.writeString(folder.resolve("stride"), width * 4 + "\n");
    Files.write(folder.resolve("fb0"), new byte[16]);
    return example().replace("[display]", """
        [display]
        path = "%1$s/fb0"
        sysfs = "%1$s"
        rotation = %2$d
        """.formatted(folder, rotation));
  }

  private static String example() throws IOException {
    return Files.readString(Path.of("../packaging/examples/kiosk.toml"))
        .replaceAll("(?m)^(path = \"/dev/fb0\"|rotation = .*|consoles = .*)$", "");
  }

  private int check(String configuration) throws IOException {
    Path file = Files.writeString(folder.resolve("kiosk.toml"), configuration);
    return Commands.line()
        .setErr(new PrintWriter(err, true))
        .setOut(new PrintWriter(out, true))
        .execute("check-config", file.toString());
  }
}
