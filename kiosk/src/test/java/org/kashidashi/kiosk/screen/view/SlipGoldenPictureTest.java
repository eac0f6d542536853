package org.kashidashi.kiosk.screen.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.hal.display.CellPicture;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.printer.Slip;
import org.kashidashi.hal.sim.PictureComparison;
import org.kashidashi.hal.sim.SlipPicture;
import org.kashidashi.kiosk.Golden;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.DifficultVisits;
import org.kashidashi.kiosk.screen.OtherLoans;
import org.kashidashi.kiosk.screen.Paper;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.SlipWords;
import org.kashidashi.kiosk.screen.VisitSamples;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.RefusalCode;

/** Receipts as they come out, in the printer's own dots: 12 x 24 a cell. */
final class SlipGoldenPictureTest {
  private static final int CELL_WIDTH = 12;
  private static final int CELL_HEIGHT = 24;

  /** From here on the printer's driver makes no dot. */
  private static final int DARKEST_WHITE = 0x90;

  /** Another version of the font library may round edges otherwise, but moves no letter. */
  private static final double TOLERATED_SHARE = 0.005;

  private final CellPicture cells = new CellPicture(FontList.debian(), CELL_WIDTH, CELL_HEIGHT);

  @AfterEach
  void close() {
    cells.close();
  }

  @ParameterizedTest
  @CsvSource({
    "JAPANESE, 32",
    "JAPANESE, 48",
    "SIMPLIFIED_CHINESE, 32",
    "KOREAN, 32",
    "VIETNAMESE, 32",
    "PORTUGUESE, 32",
  })
  void looksAsBefore(Language language, int columns) throws IOException {
    List<String> lines = words(columns)
        .receipt(DifficultVisits.ofEveryTitle(), new OtherLoans.NotWanted(), language);

    check("receipt-%s-%d.png".formatted(language.tag(), columns), lines, columns);
  }

  @ParameterizedTest
  @CsvSource({"JAPANESE, 32", "TRADITIONAL_CHINESE, 32"})
  void errorSlipLooksAsBefore(Language language, int columns) throws IOException {
    List<String> lines = words(columns).refusal(VisitSamples.refusal(RefusalCode.E_103), language);

    check("error-%s-%d.png".formatted(language.tag(), columns), lines, columns);
  }

  private static SlipWords words(int columns) {
    return new SlipWords(
        new Catalogue(),
        SampleStates.SITE,
        new Paper(new CellTypesetting(), columns, true),
        () -> Optional.of(LocalDateTime.of(2026, 11, 20, 14, 5)));
  }

  private void check(String name, List<String> lines, int columns) throws IOException {
    BufferedImage picture = dots(new SlipPicture(cells).of(new Slip(lines), columns));
    Golden file = Golden.file("slip/" + name);
    if (Golden.writing()) {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(picture, "png", png);
      file.write(png.toByteArray());
    }
    BufferedImage golden = ImageIO.read(new ByteArrayInputStream(file.read()));
    PictureComparison comparison = PictureComparison.of(golden, picture);
    assertEquals((columns + 2) * CELL_WIDTH, picture.getWidth());
    assertTrue(comparison.share() <= TOLERATED_SHARE, () -> name + " differs: " + comparison);
  }

  /** Paper knows black and white alone. */
  private static BufferedImage dots(BufferedImage picture) {
    BufferedImage dots =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        boolean ink = (picture.getRGB(x, y) & 0xFF) < DARKEST_WHITE;
        dots.setRGB(x, y, ink ? 0x000000 : 0xFFFFFF);
      }
    }
    return dots;
  }
}
