package org.kashidashi.hal.driver.framebuffer;

import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.BasicTextImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kashidashi.hal.display.CellStyle;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.display.GlassSize;
import org.kashidashi.hal.display.Rotation;
import org.kashidashi.hal.display.TextSize;

/** A program that shows one image of many scripts on a frame buffer, and ends. */
final class PanelPicture {
  private PanelPicture() {}

  public static void main(String[] arguments) throws IOException, DisplayException {
    Path folder = Path.of(arguments[0]);
    Files.writeString(folder.resolve("virtual_size"), "480,352\n");
    Files.writeString(folder.resolve("bits_per_pixel"), "32\n");
    Files.writeString(folder.resolve("stride"), "1920\n");
    try (RandomAccessFile memory = new RandomAccessFile(folder.resolve("fb0").toFile(), "rw")) {
      memory.setLength(1920 * 352);
    }
    FramebufferSettings settings = new FramebufferSettings(
        folder.resolve("fb0"),
        folder,
        Rotation.NONE,
        GlassSize.UNKNOWN,
        TextSize::least,
        List.of(),
        FramebufferSettings.Ending.PICTURE_STAYS,
        FontList.debian());
    try (FramebufferDisplay display = FramebufferDisplay.open(settings)) {
      CellStyle style = new CellStyle(TextColor.ANSI.BLACK, new TextColor.RGB(255, 255, 255));
      BasicTextImage image = new BasicTextImage(display.size(TextSize.NORMAL), style.blank());
      Cells.put(image, 0, 0, "貸出 Café Nguyễn 한국 请 か\u309A 〓 ├─┤", style);
      Cells.put(image, 0, 1, "貸出", style.inBold());
      display.show(image);
    }
  }
}
