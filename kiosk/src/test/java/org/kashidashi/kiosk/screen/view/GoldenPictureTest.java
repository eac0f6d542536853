package org.kashidashi.kiosk.screen.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kashidashi.hal.display.CellPicture;
import org.kashidashi.hal.display.CellRaster;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.display.GlassSize;
import org.kashidashi.hal.display.PanelGeometry;
import org.kashidashi.hal.display.Picture;
import org.kashidashi.hal.display.Pixels;
import org.kashidashi.hal.display.TextSize;
import org.kashidashi.hal.sim.PictureComparison;
import org.kashidashi.kiosk.Golden;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.CounterSamples;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Screens;
import org.kashidashi.kiosk.screen.Theme;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Preferences;

/** The screens that patrons meet most, once in each script, and in each way of looking. */
final class GoldenPictureTest {
  /**
   * The share of pixels that may differ visibly ({@link PictureComparison#VISIBLE_DIFFERENCE}): on
   * this glass 307, fewer than one kanji has. Golden files hold sixteen steps of each colour, and
   * another version of the font library may shade the edges of letters a little differently.
   */
  private static final double TOLERATED_SHARE = 0.0005;

  private static final Glass WIDE = new Glass(1024, 600);
  private static final Glass UPRIGHT = new Glass(480, 800);

  private record Glass(int width, int height) {
    PanelGeometry geometry(TextSize size) throws DisplayException {
      return PanelGeometry.fitting(
          width, height, GlassSize.UNKNOWN, size, size.least(width, height));
    }

    Grid grid(TextSize size) throws DisplayException {
      return new Grid(geometry(size).cells(), 0);
    }
  }

  private record Look(String file, String sample, Preferences preferences, Glass glass) {
    static Look japanese(String sample) {
      return new Look(sample, sample, Preferences.of(Language.JAPANESE), WIDE);
    }

    static Look in(Language language, String sample) {
      return new Look(sample + "-" + language.tag(), sample, Preferences.of(language), WIDE);
    }
  }

  /** The texts of all others are in the golden texts. */
  private static final List<Look> LOOKS = List.of(
      Look.japanese("s0-idle"),
      Look.japanese("s1-card-there"),
      Look.japanese("s2-reading"),
      Look.japanese("s3-take-card"),
      Look.japanese("s4-lending"),
      Look.japanese("s5-printed"),
      Look.japanese("t1-lending"),
      Look.japanese("e-101"),
      Look.japanese("e-305"),
      Look.japanese("l2-card-left"),
      Look.japanese("help"),
      Look.japanese("languages"),
      Look.in(Language.EASY_JAPANESE, "s1-card"),
      Look.in(Language.ENGLISH, "s4-lending"),
      Look.in(Language.SIMPLIFIED_CHINESE, "s1-card"),
      Look.in(Language.TRADITIONAL_CHINESE, "e-101"),
      Look.in(Language.KOREAN, "s1-card"),
      Look.in(Language.PORTUGUESE, "e-101"),
      Look.in(Language.VIETNAMESE, "s1-card"),
      new Look("s4-large", "s4-lending", Preferences.of(Language.JAPANESE).withLarge(true), WIDE),
      new Look(
          "s4-contrast", "s4-offline", Preferences.of(Language.JAPANESE).withContrast(true), WIDE),
      Look.japanese("desk-consent"),
      Look.japanese("desk-pin-typing"),
      new Look(
          "desk-pin-large",
          "desk-pin-typing",
          Preferences.of(Language.JAPANESE).withLarge(true),
          WIDE),
      new Look(
          "desk-pin-contrast",
          "desk-pin-wrong",
          Preferences.of(Language.JAPANESE).withContrast(true),
          WIDE),
      new Look("desk-pin-upright", "desk-pin-complete", Preferences.of(Language.JAPANESE), UPRIGHT),
      new Look("s4-upright", "s4-offline", Preferences.of(Language.JAPANESE), UPRIGHT));

  @TestFactory
  Stream<DynamicTest> looksAsBefore() {
    return LOOKS.stream().map(look -> DynamicTest.dynamicTest(look.file(), () -> check(look)));
  }

  @Test
  void tellsOneLetterFromAnother() throws Exception {
    Look look = Look.japanese("s0-idle");
    BufferedImage picture = draw(look);
    BufferedImage other = draw(look);
    // The size of one kanji.
    for (int i = 0; i < 26 * 26; i++) {
      other.setRGB(400 + i % 26, 200 + i / 26, 0x112233);
    }
    assertTrue(PictureComparison.of(picture, other).share() > TOLERATED_SHARE);
  }

  @Test
  void showsLogoOnTheFirstScreen() throws Exception {
    Picture logo =
        Picture.ofPng(Files.readAllBytes(Path.of("src/test/resources/look/invented-logo.png")));
    check(new Look("s0-logo", "s0-idle", Preferences.of(Language.JAPANESE), WIDE), logo);
  }

  private static void check(Look look) throws IOException, DisplayException {
    check(look, Picture.NONE);
  }

  private static void check(Look look, Picture logo) throws IOException, DisplayException {
    BufferedImage picture = draw(look, logo);
    Golden file = Golden.file("picture/" + look.file() + ".png");
    if (Golden.writing()) {
      file.write(CellPicture.png(stepped(picture)));
    }
    BufferedImage golden = ImageIO.read(new ByteArrayInputStream(file.read()));
    assertEquals(look.glass().width(), golden.getWidth());
    assertEquals(look.glass().height(), golden.getHeight());
    PictureComparison comparison = PictureComparison.of(golden, picture);
    assertTrue(
        comparison.share() <= TOLERATED_SHARE,
        () -> "%s: %s, tolerated is a share of %s".formatted(file, comparison, TOLERATED_SHARE));
  }

  private static BufferedImage draw(Look look) throws DisplayException {
    return draw(look, Picture.NONE);
  }

  private static BufferedImage draw(Look look, Picture logo) throws DisplayException {
    Glass glass = look.glass();
    ScreenView view = new ScreenView(
        new Catalogue(),
        SampleStates.SITE,
        Theme.standard(),
        logo,
        glass.grid(TextSize.NORMAL),
        glass.grid(TextSize.LARGE));
    Frame frame = view.draw(screen(look.sample()), look.preferences(), 0);
    TextSize size = look.preferences().large() ? TextSize.LARGE : TextSize.NORMAL;
    try (CellRaster raster = new CellRaster(FontList.debian(), logo, glass.geometry(size))) {
      return image(raster.render(frame.image()));
    }
  }

  private static Screen screen(String sample) {
    Screen counter = CounterSamples.all().get(sample);
    return counter == null
        ? Screens.of(
            SampleStates.all().getOrDefault(sample, SampleStates.idle()), SampleStates.RULES)
        : counter;
  }

  private static BufferedImage image(Pixels pixels) {
    BufferedImage image =
        new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.rgb(), 0, pixels.width());
    return image;
  }

  /** The same in sixteen steps of each colour, which makes a small file of a few kinds of grey. */
  private static BufferedImage stepped(BufferedImage picture) {
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
}
