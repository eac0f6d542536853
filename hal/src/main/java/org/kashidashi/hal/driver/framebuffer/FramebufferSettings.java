package org.kashidashi.hal.driver.framebuffer;

import com.googlecode.lanterna.TerminalSize;
import java.nio.file.Path;
import java.util.List;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.display.GlassSize;
import org.kashidashi.hal.display.Rotation;
import org.kashidashi.hal.display.TextSize;

/**
 * Which frame buffer, and how it is mounted.
 *
 * @param device such as /dev/fb0
 * @param sysfs where the kernel describes it, such as /sys/class/graphics/fb0
 * @param rotation of the picture on the panel
 * @param glass before rotation, as the panel's data sheet says
 * @param needs how many cells the screens need
 * @param consoles the kernel's text consoles that draw on this panel, such as /dev/tty1; they are
 *     kept from drawing while it is open. At most 4, none if the kernel has been told already
 * @param ending what the glass shows once the panel has been closed
 * @param fonts that text is drawn with
 */
public record FramebufferSettings(
    Path device,
    Path sysfs,
    Rotation rotation,
    GlassSize glass,
    CellNeeds needs,
    List<Path> consoles,
    Ending ending,
    FontList fonts) {
  /** How many columns and rows the screens need for text of a size on glass of so many pixels. */
  @FunctionalInterface
  public interface CellNeeds {
    TerminalSize least(TextSize size, int width, int height);
  }

  private static final int MAXIMUM_CONSOLES = 4;

  /** What becomes of the picture at the end. */
  public enum Ending {
    /** It stays, and the consoles stay silent: a kiosk that has failed must go on saying so. */
    PICTURE_STAYS,
    /** The consoles draw again; the kernel paints them over the picture at once. */
    CONSOLE_RETURNS
  }

  public FramebufferSettings {
    consoles = List.copyOf(consoles);
    if (consoles.size() > MAXIMUM_CONSOLES) {
      throw new IllegalArgumentException("%d consoles for panel %s, at most %d can be kept silent"
          .formatted(consoles.size(), device, MAXIMUM_CONSOLES));
    }
  }

  /** The first panel, upright, of unknown size, with Debian's fonts; its picture stays. */
  public static FramebufferSettings standard() {
    return new FramebufferSettings(
        Path.of("/dev/fb0"),
        Path.of("/sys/class/graphics/fb0"),
        Rotation.NONE,
        GlassSize.UNKNOWN,
        TextSize::least,
        List.of(),
        Ending.PICTURE_STAYS,
        FontList.debian());
  }
}
