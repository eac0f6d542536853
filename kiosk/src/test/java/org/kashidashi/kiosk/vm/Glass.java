package org.kashidashi.kiosk.vm;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.googlecode.lanterna.TerminalPosition;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.kashidashi.hal.display.CellPicture;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.display.GlassSize;
import org.kashidashi.hal.display.PanelGeometry;
import org.kashidashi.hal.display.TextSize;

/** The machine's panel as a person has it: to look at and to touch. */
final class Glass {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  /** The largest value of an emulated panel's axes. */
  private static final int AXIS = 0x7FFF;

  /** As long as a quick finger stays. */
  private static final Duration PRESS = Duration.ofMillis(120);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private static final int LOOKS_TO_SETTLE = 10;

  private static final int PORTABLE_PIXMAP_WORDS = 4;

  private final Qmp qmp;
  private final Path dump;
  private final Glyphs glyphs;
  private int pictures;

  Glass(Qmp qmp, Path folder) throws DisplayException {
    this.qmp = qmp;
    this.dump = folder.resolve("screen.ppm");
    this.glyphs = new Glyphs(PanelGeometry.fitting(
        WIDTH, HEIGHT, GlassSize.UNKNOWN, TextSize.NORMAL, TextSize.NORMAL.least(WIDTH, HEIGHT)));
  }

  BufferedImage look() throws Exception {
    return pixmap(dump());
  }

  private byte[] dump() throws Exception {
    qmp.execute("screendump", Qmp.arguments("filename", dump.toString(), "device", "panel"));
    return Files.readAllBytes(dump);
  }

  /** What is there once the kiosk has painted to the end; seconds that count down go on. */
  private BufferedImage settled() throws Exception {
    byte[] before = dump();
    for (int looks = 1; looks < LOOKS_TO_SETTLE; looks++) {
      Patience.pause(BETWEEN_LOOKS);
      byte[] now = dump();
      if (Arrays.equals(before, now)) {
        break;
      }
      before = now;
    }
    return pixmap(before);
  }

  /** Keeps what is on the glass as a picture. */
  void keep(Path folder, String name) throws Exception {
    pictures++;
    Files.write(
        folder.resolve("%02d-%s.png".formatted(pictures, name)), CellPicture.png(settled()));
  }

  boolean shows(String text) throws Exception {
    return glyphs.find(look(), text).isPresent();
  }

  /** Whether both stand in one row. */
  boolean showsInOneRow(String one, String other) throws Exception {
    BufferedImage picture = look();
    Optional<TerminalPosition> there = glyphs.find(picture, one);
    return there.isPresent()
        && glyphs.findInRow(picture, other, there.get().getRow()).isPresent();
  }

  void await(String text, Duration limit) throws Exception {
    Patience.until("'%s' on the panel".formatted(text), limit, () -> Optional.of(shows(text)));
  }

  void awaitNot(String text, Duration limit) throws Exception {
    Patience.until("no '%s' on the panel".formatted(text), limit, () -> Optional.of(!shows(text)));
  }

  /** Looks for so long, and sees it each time. */
  void stays(String text, Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      if (!shows(text)) {
        throw new ProofFailedException("'%s' went from the panel".formatted(text));
      }
      Patience.pause(BETWEEN_LOOKS);
    }
  }

  /** Touches the middle of this text, once it is there: the lowest, since buttons are below. */
  void touch(String text, Duration limit) throws Exception {
    TerminalPosition at = Patience.await(
        "'%s' on the panel".formatted(text), limit, () -> glyphs.findLast(look(), text));
    touch(at.getColumn() + Cells.columns(text) / 2.0, at.getRow() + 0.5);
  }

  /** Touches the middle of a cell. */
  void touchCell(int column, int row) throws Exception {
    touch(column + 0.5, row + 0.5);
  }

  int columns() {
    return glyphs.geometry().cells().getColumns();
  }

  int rows() {
    return glyphs.geometry().cells().getRows();
  }

  private void touch(double column, double row) throws Exception {
    PanelGeometry geometry = glyphs.geometry();
    double x = geometry.left() + column * geometry.cellWidth();
    double y = geometry.top() + row * geometry.cellHeight();
    send(axis("x", x / geometry.width()), axis("y", y / geometry.height()), button(true));
    Patience.pause(PRESS);
    send(button(false));
  }

  private void send(JsonObject... events) throws Exception {
    JsonArray all = new JsonArray();
    for (JsonObject event : events) {
      all.add(event);
    }
    JsonObject arguments = new JsonObject();
    arguments.add("events", all);
    qmp.execute("input-send-event", arguments);
  }

  private static JsonObject axis(String name, double share) {
    JsonObject move = new JsonObject();
    move.addProperty("axis", name);
    move.addProperty("value", (int) Math.round(share * AXIS));
    return event("abs", move);
  }

  private static JsonObject button(boolean down) {
    JsonObject press = new JsonObject();
    press.addProperty("button", "left");
    press.addProperty("down", down);
    return event("btn", press);
  }

  private static JsonObject event(String type, JsonObject data) {
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("data", data);
    return event;
  }

  /** Reads a binary portable pixmap: "P6 width height 255", then three bytes a pixel. */
  private static BufferedImage pixmap(byte[] bytes) throws IOException {
    int[] numbers = new int[PORTABLE_PIXMAP_WORDS];
    int at = 0;
    for (int word = 0; word < PORTABLE_PIXMAP_WORDS; word++) {
      StringBuilder text = new StringBuilder();
      while (!Character.isWhitespace(bytes[at])) {
        text.append((char) bytes[at++]);
      }
      at++;
      numbers[word] = word == 0 ? 0 : Integer.parseInt(text.toString());
    }
    int width = numbers[1];
    int height = numbers[2];
    if (bytes.length - at != width * height * 3) {
      throw new IOException(
          "a picture of %d x %d in %d bytes".formatted(width, height, bytes.length));
    }
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int pixel = 0; pixel < width * height; pixel++) {
      int rgb = (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF);
      picture.setRGB(pixel % width, pixel / width, rgb);
      at += 3;
    }
    return picture;
  }
}
