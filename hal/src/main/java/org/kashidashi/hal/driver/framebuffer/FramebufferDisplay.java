package org.kashidashi.hal.driver.framebuffer;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.TextImage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kashidashi.hal.display.Display;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.display.PanelGeometry;
import org.kashidashi.hal.display.Picture;
import org.kashidashi.hal.display.TextSize;
import org.kashidashi.hal.posix.Posix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A panel drawn by writing pixels into the kernel's frame buffer.
 *
 * <p>Only cells that differ from the last image of the same text size are drawn. A band of them of
 * which more than half changes is written whole, in one call.
 *
 * <p>{@link #show} belongs to the display thread; any thread may close. Interrupting a thread that
 * shows closes the panel. After a failure the next image is drawn completely.
 */
public final class FramebufferDisplay implements Display {
  private static final Logger LOG = LoggerFactory.getLogger(FramebufferDisplay.class);

  private final FramebufferSettings settings;
  private final FileChannel device;
  private final TextConsoles consoles;
  private final Sheets sheets;
  private final AtomicBoolean closed = new AtomicBoolean();

  private record Sheets(Sheet normal, Sheet large) {
    Sheet of(TextSize size) {
      return switch (size) {
        case NORMAL -> normal;
        case LARGE -> large;
      };
    }

    void close() {
      normal.close();
      large.close();
    }
  }

  /** Belongs to the display thread. */
  private TextSize onTop = TextSize.NORMAL;

  private FramebufferDisplay(
      FramebufferSettings settings, FileChannel device, TextConsoles consoles, Sheets sheets) {
    this.settings = settings;
    this.device = device;
    this.consoles = consoles;
    this.sheets = sheets;
  }

  /**
   * A panel that shows what it showed before, until {@link #show} is called.
   *
   * @throws DisplayException if there is no such panel, it may not be written, its console cannot be
   *     silenced, or it is too small
   * @throws IllegalArgumentException if the first font, or FreeType, is missing or cannot be used
   */
  public static FramebufferDisplay open(FramebufferSettings settings) throws DisplayException {
    return open(settings, Picture.NONE);
  }

  /**
   * The same with a picture for the cells of {@link org.kashidashi.hal.display.Tiles}.
   *
   * @throws DisplayException as without
   * @throws IllegalArgumentException as without
   */
  public static FramebufferDisplay open(FramebufferSettings settings, Picture picture)
      throws DisplayException {
    Posix posix = new Posix();
    return open(settings, picture, ScreenVariables.of(posix), posix);
  }

  static FramebufferDisplay open(
      FramebufferSettings settings, Picture picture, ScreenVariables variables, Posix posix)
      throws DisplayException {
    FramebufferMode mode =
        FramebufferMode.read(settings.device(), settings.sysfs(), variables.of(settings.device()));
    Orientation orientation = new Orientation(settings.rotation(), mode.width(), mode.height());
    PanelGeometry normal = geometry(settings, orientation, TextSize.NORMAL);
    PanelGeometry large = geometry(settings, orientation, TextSize.LARGE);
    TextConsoles consoles = new TextConsoles(posix, settings.consoles());
    FileChannel device = writable(settings);
    boolean opened = false;
    try {
      Sheets sheets = new Sheets(
          new Sheet(settings.fonts(), picture, mode, new Bands(orientation, normal), device),
          new Sheet(settings.fonts(), picture, mode, new Bands(orientation, large), device));
      sheets.normal().prepare();
      FramebufferDisplay display = new FramebufferDisplay(settings, device, consoles, sheets);
      display.silence();
      PanelPower.on(posix, settings.device());
      opened = true;
      return display;
    } finally {
      if (!opened) {
        closeQuietly(device, settings);
      }
    }
  }

  /**
   * How a panel would be laid out in text of normal size; nothing is written to it.
   *
   * @throws DisplayException if there is no such panel, it cannot be asked, or it is too small
   */
  public static PanelGeometry measure(FramebufferSettings settings) throws DisplayException {
    Path device = settings.device();
    FramebufferMode mode = FramebufferMode.read(
        device, settings.sysfs(), ScreenVariables.of(new Posix()).of(device));
    Orientation orientation = new Orientation(settings.rotation(), mode.width(), mode.height());
    return geometry(settings, orientation, TextSize.NORMAL);
  }

  private static PanelGeometry geometry(
      FramebufferSettings settings, Orientation orientation, TextSize size)
      throws DisplayException {
    int width = orientation.glassWidth();
    int height = orientation.glassHeight();
    return PanelGeometry.fitting(
        width,
        height,
        settings.glass().turned(settings.rotation()),
        size,
        settings.needs().least(size, width, height));
  }

  /** Where the cells lie on the glass, for whoever turns touches into cells. */
  public PanelGeometry geometry(TextSize size) {
    return sheets.of(size).geometry();
  }

  @Override
  public TerminalSize size(TextSize size) {
    return geometry(size).cells();
  }

  @Override
  public void show(TextImage image) throws DisplayException {
    TextSize size = TextSize.of(this, image);
    Sheet sheet = sheets.of(size);
    if (size != onTop) {
      sheet.forget();
      onTop = size;
    }
    synchronized (sheets) {
      draw(sheet, image);
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      closeQuietly(device, settings);
      closeSheets();
      if (settings.ending() == FramebufferSettings.Ending.CONSOLE_RETURNS) {
        consoles.giveBack();
      }
    }
  }

  /** The thread that shows may be drawing with the fonts; without its device it soon is not. */
  private void closeSheets() {
    synchronized (sheets) {
      sheets.close();
    }
  }

  private void silence() throws DisplayException {
    boolean silent = false;
    try {
      consoles.silence();
      silent = true;
    } finally {
      if (!silent) {
        closeSheets();
      }
    }
  }

  private void draw(Sheet sheet, TextImage image) throws DisplayException {
    if (closed.get()) {
      throw new DisplayException("panel %s was closed".formatted(settings.device()));
    }
    try {
      sheet.draw(image);
    } catch (IOException e) {
      sheet.forget();
      throw new DisplayException(
          "panel %s takes no picture: %s; check its cable, then restart the kiosk"
              .formatted(settings.device(), e),
          e);
    }
  }

  private static FileChannel writable(FramebufferSettings settings) throws DisplayException {
    try {
      return FileChannel.open(settings.device(), StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new DisplayException(
          "panel %s cannot be written: load its driver, and put the kiosk's user into group video"
              .formatted(settings.device()),
          e);
    }
  }

  private static void closeQuietly(FileChannel device, FramebufferSettings settings) {
    try {
      device.close();
    } catch (IOException e) {
      LOG.warn("panel {} did not close: {}", settings.device(), e.getMessage());
    }
  }
}
