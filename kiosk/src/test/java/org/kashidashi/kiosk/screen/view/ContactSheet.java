package org.kashidashi.kiosk.screen.view;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kashidashi.hal.display.CellPicture;
import org.kashidashi.hal.display.CellRaster;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.display.GlassSize;
import org.kashidashi.hal.display.PanelGeometry;
import org.kashidashi.hal.display.Pixels;
import org.kashidashi.hal.display.TextSize;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.CounterSamples;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Screens;
import org.kashidashi.kiosk.screen.Theme;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Preferences;

/** Draws every screen, page by page, in every language and size: to be looked at. */
public final class ContactSheet {
  private static final int GAP = 8;
  private static final int SHEET_WIDTH = 4_000;

  private record Panel(int width, int height) {}

  private static final List<Panel> PANELS = List.of(new Panel(1024, 600), new Panel(480, 800));

  private enum Look {
    NORMAL,
    LARGE,
    CONTRAST
  }

  private ContactSheet() {}

  public static void main(String[] arguments) throws IOException, DisplayException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    List<String> wanted = List.of(arguments).subList(1, arguments.length);
    for (Language language : Language.values()) {
      if (wanted.isEmpty() || wanted.contains(language.tag())) {
        for (Panel panel : PANELS) {
          for (Look look : Look.values()) {
            Path file = folder.resolve("%s-%dx%d-%s.png"
                .formatted(
                    language.tag(),
                    panel.width(),
                    panel.height(),
                    look.name().toLowerCase(java.util.Locale.ROOT)));
            Files.write(file, CellPicture.png(sheet(language, panel, look)));
            System.out.println(file);
          }
        }
      }
    }
  }

  private static BufferedImage sheet(Language language, Panel panel, Look look)
      throws DisplayException {
    List<Pixels> pictures = pictures(language, panel, look);
    int width = panel.width() / 2;
    int height = panel.height() / 2;
    int columns = SHEET_WIDTH / (width + GAP);
    int rows = Math.ceilDiv(pictures.size(), columns);
    BufferedImage sheet = new BufferedImage(
        columns * (width + GAP), rows * (height + GAP), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = sheet.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.setColor(Color.GRAY);
    pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (int i = 0; i < pictures.size(); i++) {
      int x = i % columns * (width + GAP);
      int y = i / columns * (height + GAP);
      pen.drawImage(image(pictures.get(i)), x, y, width, height, null);
    }
    pen.dispose();
    return sheet;
  }

  private static List<Pixels> pictures(Language language, Panel panel, Look look)
      throws DisplayException {
    PanelGeometry normal = geometry(panel, TextSize.NORMAL);
    PanelGeometry large = geometry(panel, TextSize.LARGE);
    ScreenView view = new ScreenView(
        new Catalogue(),
        SampleStates.SITE,
        Theme.standard(),
        new Grid(normal.cells(), 0),
        new Grid(large.cells(), 0));
    Preferences preferences =
        Preferences.of(language).withLarge(look == Look.LARGE).withContrast(look == Look.CONTRAST);
    List<Pixels> pictures = new ArrayList<>();
    try (CellRaster raster =
        new CellRaster(FontList.debian(), preferences.large() ? large : normal)) {
      for (Screen screen : screens()) {
        int pages = 1;
        for (int page = 0; page < pages; page++) {
          Frame frame = view.draw(screen, preferences, page);
          pages = frame.pages();
          pictures.add(raster.render(frame.image()));
        }
      }
    }
    return pictures;
  }

  /** Those of the self-checkout, then those of the patron at a counter. */
  private static List<Screen> screens() {
    List<Screen> screens = new ArrayList<>();
    SampleStates.all()
        .values()
        .forEach(state -> screens.add(Screens.of(state, SampleStates.RULES)));
    screens.addAll(CounterSamples.all().values());
    return screens;
  }

  private static PanelGeometry geometry(Panel panel, TextSize size) throws DisplayException {
    return PanelGeometry.fitting(
        panel.width(),
        panel.height(),
        GlassSize.UNKNOWN,
        size,
        size.least(panel.width(), panel.height()));
  }

  private static BufferedImage image(Pixels pixels) {
    BufferedImage image =
        new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.rgb(), 0, pixels.width());
    return image;
  }
}
