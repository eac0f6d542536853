package org.kashidashi.kiosk.screen.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kashidashi.hal.display.CellPicture;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.Golden;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Screens;
import org.kashidashi.kiosk.screen.Theme;
import org.kashidashi.kiosk.session.KioskState;

final class GoldenPictureTest {
  /**
   * Golden files hold sixteen steps of each colour, and another version of the font library may
   * shade the edges of letters differently.
   */
  private static final int SHADE_TOLERATED = 48;

  /** So many pixels in a thousand may differ by more: the edges of letters, but no letter. */
  private static final int PIXELS_TOLERATED_PER_MILLE = 5;

  /** One picture for each kind of screen; the texts of the others are in the golden texts. */
  private static final List<String> DRAWN = List.of(
      "s0-idle",
      "s0-idle-offline",
      "s1-card",
      "s1-card-there",
      "s1-card-first",
      "s1-library-card",
      "s2-reading",
      "s2-looking-up",
      "s3-take-card",
      "s3-take-card-pressing",
      "s4-nothing-yet",
      "s4-lending",
      "s4-many",
      "s4-ends-with-proof",
      "s4-offline",
      "s5-printed",
      "s5-receipt-failed",
      "t1-lending",
      "e-101",
      "e-103-with-card",
      "l2-card-left",
      "l2-another-card",
      "l4-card-lifted",
      "help",
      "e-305");

  private final ScreenView view = new ScreenView(
      new Catalogue(), SampleStates.SITE, Theme.standard(), Grid.of(60, 22), Grid.of(30, 11));
  private final CellPicture pictures = CellPicture.standard();

  @TestFactory
  Stream<DynamicTest> looksAsBefore() {
    return SampleStates.all().entrySet().stream()
        .filter(sample -> DRAWN.contains(sample.getKey()))
        .map(sample -> DynamicTest.dynamicTest(
            sample.getKey(), () -> check(sample.getKey(), sample.getValue())));
  }

  @Test
  void drawsNothingThatIsNoSample() {
    assertTrue(SampleStates.all().keySet().containsAll(DRAWN));
  }

  private void check(String name, KioskState state) throws IOException {
    Frame frame = view.draw(Screens.of(state, SampleStates.RULES), SampleStates.JAPANESE, 0);
    BufferedImage picture = pictures.render(frame.image());
    Path file = Golden.file("picture", name + ".png");
    if (Golden.writing()) {
      Golden.write(file, CellPicture.png(indexed(picture)));
    }
    BufferedImage golden = ImageIO.read(new ByteArrayInputStream(Golden.read(file)));
    assertEquals(960, picture.getWidth());
    assertEquals(704, picture.getHeight());
    assertEquals(golden.getWidth(), picture.getWidth());
    assertEquals(golden.getHeight(), picture.getHeight());
    int different = different(golden, picture);
    int tolerated = 960 * 704 * PIXELS_TOLERATED_PER_MILLE / 1000;
    assertTrue(
        different <= tolerated,
        () -> "%d pixels of %s differ, %d are tolerated".formatted(different, file, tolerated));
  }

  /** The same in sixteen steps of each colour, which makes a small file of a few kinds of grey. */
  private static BufferedImage indexed(BufferedImage picture) {
    List<Integer> colours = new ArrayList<>();
    byte[] pixels = new byte[picture.getWidth() * picture.getHeight()];
    for (int i = 0; i < pixels.length; i++) {
      int rgb = picture.getRGB(i % picture.getWidth(), i / picture.getWidth());
      int stepped = ((rgb & 0xF0F0F0) >> 4) | (rgb & 0xF0F0F0);
      if (!colours.contains(stepped)) {
        colours.add(stepped);
      }
      pixels[i] = (byte) colours.indexOf(stepped);
    }
    int[] palette = colours.stream().mapToInt(Integer::intValue).toArray();
    IndexColorModel model =
        new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage small = new BufferedImage(
        picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    small.getRaster().setDataElements(0, 0, picture.getWidth(), picture.getHeight(), pixels);
    return small;
  }

  private static int different(BufferedImage golden, BufferedImage picture) {
    int different = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (distance(golden.getRGB(x, y), picture.getRGB(x, y)) > SHADE_TOLERATED) {
          different++;
        }
      }
    }
    return different;
  }

  private static int distance(int one, int other) {
    int farthest = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      farthest = Math.max(farthest, Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)));
    }
    return farthest;
  }
}
