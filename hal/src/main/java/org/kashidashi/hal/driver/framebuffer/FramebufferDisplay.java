package org.kashidashi.hal.driver.framebuffer;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.graphics.TextImage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kashidashi.hal.display.CellPainter;
import org.kashidashi.hal.display.Display;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.display.PanelGeometry;
import org.kashidashi.hal.posix.Posix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A panel drawn by writing pixels into the kernel's frame buffer.
 *
 * <p>Only cells that differ from the last image are drawn. A band of them of
 * which more than half changes is written whole, in one call.
 *
 * <p>{@link #show} belongs to the display thread; any thread may close. Interrupting a thread that
 * shows closes the panel. After a failure the next image is drawn completely.
 */
public final class FramebufferDisplay implements Display {
  private static final Logger LOG = LoggerFactory.getLogger(FramebufferDisplay.class);

  private final FramebufferSettings settings;
  private final Bands bands;
  private final FileChannel device;
  private final TextConsoles consoles;
  private final CellPainter painter;
  private final ScanLines lines;
  private final ShownCells cells;
  private final AtomicBoolean closed = new AtomicBoolean();
  private boolean marginsPainted;

  private FramebufferDisplay(
      FramebufferSettings settings,
      FramebufferMode mode,
      Bands bands,
      FileChannel device,
      TextConsoles consoles) {
    this.settings = settings;
    this.bands = bands;
    this.device = device;
    this.consoles = consoles;
    PanelGeometry geometry = bands.geometry();
    this.painter = new CellPainter(
        settings.fonts(), geometry.cellWidth(), geometry.cellHeight(), mode.format()::encode);
    this.lines = new ScanLines(device, mode, bands.thickness());
    this.cells = new ShownCells(geometry.cells());
  }

  /**
   * A panel that shows what it showed before, until {@link #show} is called.
   *
   * @throws DisplayException if there is no such panel, it may not be written, its console cannot be
   *     silenced, or it is too small
   * @throws IllegalArgumentException if the first font, or FreeType, is missing or cannot be used
   */
  public static FramebufferDisplay open(FramebufferSettings settings) throws DisplayException {
    Posix posix = new Posix();
    return open(settings, ScreenVariables.of(posix), posix);
  }

  static FramebufferDisplay open(
      FramebufferSettings settings, ScreenVariables variables, Posix posix)
      throws DisplayException {
    FramebufferMode mode =
        FramebufferMode.read(settings.device(), settings.sysfs(), variables.of(settings.device()));
    Orientation orientation = new Orientation(settings.rotation(), mode.width(), mode.height());
    PanelGeometry geometry = PanelGeometry.fitting(
        orientation.glassWidth(),
        orientation.glassHeight(),
        settings.glass().turned(settings.rotation()),
        settings.least());
    TextConsoles consoles = new TextConsoles(posix, settings.consoles());
    FileChannel device = writable(settings);
    boolean opened = false;
    try {
      FramebufferDisplay display = new FramebufferDisplay(
          settings, mode, new Bands(orientation, geometry), device, consoles);
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

  /** Where the cells lie on the glass, for whoever turns touches into cells. */
  public PanelGeometry geometry() {
    return bands.geometry();
  }

  @Override
  public TerminalSize size() {
    return bands.geometry().cells();
  }

  @Override
  public void show(TextImage image) throws DisplayException {
    if (!image.getSize().equals(size())) {
      throw new IllegalArgumentException(
          "image of %s for a panel of %s".formatted(image.getSize(), size()));
    }
    cells.take(image);
    synchronized (painter) {
      draw();
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      closeQuietly(device, settings);
      // The thread that shows may be drawing with the fonts; without its device it soon is not.
      synchronized (painter) {
        painter.close();
      }
      if (settings.ending() == FramebufferSettings.Ending.CONSOLE_RETURNS) {
        consoles.giveBack();
      }
    }
  }

  private void silence() throws DisplayException {
    boolean silent = false;
    try {
      consoles.silence();
      silent = true;
    } finally {
      if (!silent) {
        painter.close();
      }
    }
  }

  private void draw() throws DisplayException {
    if (closed.get()) {
      throw new DisplayException("panel %s was closed".formatted(settings.device()));
    }
    try {
      if (!marginsPainted) {
        paintMargins();
        marginsPainted = true;
      }
      for (int band = 0; band < bands.count(); band++) {
        paint(band);
      }
    } catch (IOException e) {
      cells.forget();
      marginsPainted = false;
      throw new DisplayException(
          "panel %s takes no picture: %s; check its cable, then restart the kiosk"
              .formatted(settings.device(), e),
          e);
    }
  }

  private void paint(int band) throws IOException {
    int changed = 0;
    for (int cell = 0; cell < bands.length(); cell++) {
      changed += isChanged(band, cell) ? 1 : 0;
    }
    if (2 * changed > bands.length()) {
      paint(band, 0, bands.length());
      lines.write(bands.top(band), bands.thickness());
    } else if (changed > 0) {
      paintRuns(band);
    }
  }

  private void paintRuns(int band) throws IOException {
    int from = 0;
    while (from < bands.length()) {
      int to = from;
      while (to < bands.length() && isChanged(band, to)) {
        to++;
      }
      if (to > from) {
        paint(band, from, to);
        int left = Math.min(bands.left(band, from), bands.left(band, to - 1));
        int width = (to - from) * bands.breadth();
        lines.write(bands.top(band), bands.thickness(), left, width);
      }
      from = to + 1;
    }
  }

  private void paint(int band, int from, int to) {
    for (int cell = from; cell < to; cell++) {
      int column = bands.column(band, cell);
      int row = bands.row(band, cell);
      painter.paint(
          cells.character(column, row),
          cells.half(column, row),
          lines.pixels(),
          bands.origin(band, cell),
          bands.orientation().right(),
          bands.orientation().down());
    }
  }

  /** The lines beside all bands; what is left and right of the cells goes with the first image. */
  private void paintMargins() throws IOException {
    Arrays.fill(lines.pixels(), painter.background(cells.character(0, 0)));
    int one = bands.top(0);
    int other = bands.top(bands.count() - 1);
    paintMargin(0, Math.min(one, other));
    paintMargin(Math.max(one, other) + bands.thickness(), bands.orientation().height());
  }

  private void paintMargin(int from, int to) throws IOException {
    for (int top = from; top < to; top += bands.thickness()) {
      lines.write(top, Math.min(bands.thickness(), to - top));
    }
  }

  private boolean isChanged(int band, int cell) {
    return cells.isChanged(bands.column(band, cell), bands.row(band, cell));
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
