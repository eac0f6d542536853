package org.kashidashi.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PreviewCommandTest {
  private static final int USAGE = 2;

  @TempDir
  Path folder = Path.of("");

  private final StringWriter err = new StringWriter();

  @Test
  void drawsScreenAsLargeAsThePanel() throws Exception {
    assertEquals(0, preview("--screen", "S4", "--large", "--size", "480x800"));
    BufferedImage picture = ImageIO.read(folder.resolve("out.png").toFile());
    assertEquals(480, picture.getWidth());
    assertEquals(800, picture.getHeight());
  }

  @Test
  void drawsTheLibrarysOwnColours() throws Exception {
    Path own = Files.writeString(
        folder.resolve("kiosk.toml"),
        Files.readString(Path.of("../packaging/examples/kiosk-test.toml"))
            + "\n[look]\ntitle = \"#550022\"\n");
    assertEquals(0, preview("--screen", "e-101", "--config", own.toString()));
    BufferedImage picture = ImageIO.read(folder.resolve("out.png").toFile());
    assertEquals(0x550022, picture.getRGB(picture.getWidth() / 2, 4) & 0xFFFFFF);
  }

  @Test
  void drawsTheLibrarysLogoOnTheFirstScreenAlone() throws Exception {
    Path logo = Path.of("src/test/resources/look/invented-logo.png").toAbsolutePath();
    Path own = Files.writeString(
        folder.resolve("kiosk.toml"),
        Files.readString(Path.of("../packaging/examples/kiosk-test.toml"))
            + "\n[look]\nlogo = \"%s\"\n".formatted(logo));
    assertEquals(0, preview("--screen", "S0", "--config", own.toString()), err::toString);
    assertTrue(isYellowInTheTitle());
    assertEquals(0, preview("--screen", "S1", "--config", own.toString()), err::toString);
    assertFalse(isYellowInTheTitle());
  }

  private boolean isYellowInTheTitle() throws Exception {
    BufferedImage picture = ImageIO.read(folder.resolve("out.png").toFile());
    for (int x = 0; x < picture.getWidth(); x++) {
      if ((picture.getRGB(x, 20) & 0xFFFFFF) == 0xFFDD55) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--screen S9", "--screen S0 --lang xx", "--screen S0 --size 10", "--lang ja"})
  void saysWhatThereIsInstead(String arguments) {
    assertEquals(USAGE, preview(arguments.split(" ", -1)));
    assertTrue(err.toString().contains("Usage"), err::toString);
    assertFalse(Files.exists(folder.resolve("out.png")));
  }

  private int preview(String... options) {
    List<String> arguments = new java.util.ArrayList<>(List.of("preview"));
    arguments.addAll(List.of(options));
    arguments.add(folder.resolve("out.png").toString());
    return Commands.line()
        .setErr(new PrintWriter(err, true))
        .setOut(new PrintWriter(new StringWriter(), true))
        .execute(arguments.toArray(new String[0]));
  }
}
