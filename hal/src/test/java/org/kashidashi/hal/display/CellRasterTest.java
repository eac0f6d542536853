package org.kashidashi.hal.display;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.BasicTextImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class CellRasterTest {
  private static final CellStyle STYLE =
      new CellStyle(TextColor.ANSI.BLACK, new TextColor.RGB(0xDD, 0xEE, 0xFF));

  @Test
  void drawsWhatOthersReadFromItsPng() throws Exception {
    PanelGeometry geometry = PanelGeometry.fitting(
        487, 361, GlassSize.UNKNOWN, TextSize.NORMAL, new TerminalSize(60, 22));
    BasicTextImage image = new BasicTextImage(geometry.cells(), STYLE.blank());
    Cells.put(image, 0, 0, "貸出 한국 Việt", STYLE);
    try (CellRaster raster = new CellRaster(FontList.debian(), geometry)) {
      Pixels pixels = raster.render(image);
      assertEquals(487, pixels.width());
      assertEquals(361, pixels.height());
      assertEquals(0xDDEEFF, pixels.rgb()[0], "the margins have the ground of the first cell");
      assertArrayEquals(pixels.rgb(), decoded(pixels.toPng()));
    }
  }

  @Test
  void refusesImageOfOtherCells() throws Exception {
    PanelGeometry geometry = PanelGeometry.fitting(
        800, 480, GlassSize.UNKNOWN, TextSize.NORMAL, new TerminalSize(60, 22));
    try (CellRaster raster = new CellRaster(FontList.debian(), geometry)) {
      BasicTextImage image = new BasicTextImage(new TerminalSize(1, 1), STYLE.blank());
      assertThrows(IllegalArgumentException.class, () -> raster.render(image));
    }
  }

  @Test
  void continuesEachRowToTheEdgesOfTheGlass() throws Exception {
    PanelGeometry geometry = PanelGeometry.fitting(
        487, 361, GlassSize.UNKNOWN, TextSize.NORMAL, new TerminalSize(60, 22));
    BasicTextImage image = new BasicTextImage(geometry.cells(), STYLE.blank());
    CellStyle title = new CellStyle(TextColor.ANSI.WHITE, new TextColor.RGB(0, 0x22, 0x55));
    Cells.put(image, 0, 0, " ".repeat(60), title);
    try (CellRaster raster = new CellRaster(FontList.debian(), geometry)) {
      Pixels pixels = raster.render(image);
      int[] rgb = pixels.rgb();
      int belowTitle = geometry.top() + geometry.cellHeight();
      for (int y = 0; y < 361; y++) {
        int ground = y < belowTitle ? 0x002255 : 0xDDEEFF;
        assertEquals(ground, rgb[y * 487], "left of line " + y);
        assertEquals(ground, rgb[y * 487 + 486], "right of line " + y);
      }
    }
  }

  private static int[] decoded(byte[] png) throws IOException {
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
    int[] rgb = read.getRGB(0, 0, read.getWidth(), read.getHeight(), null, 0, read.getWidth());
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] &= 0xFFFFFF;
    }
    return rgb;
  }
}
