package org.kashidashi.hal.driver.framebuffer;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.BasicTextImage;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kashidashi.hal.display.CellPicture;
import org.kashidashi.hal.display.CellStyle;
import org.kashidashi.hal.display.Cells;
import org.kashidashi.hal.display.Display;
import org.kashidashi.hal.display.DisplayBench;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.display.Rotation;

/** A panel of 16 x 32 pixels a cell, read back letter by letter. */
final class FramebufferBench implements DisplayBench {
  /** Every letter that the contract shows. */
  private static final List<String> ALPHABET = alphabet(
      " abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ|│─┌┐\u00E9",
      "開始한국ㄅ○×※→①℃借りる￥〓日本の図書館やめる",
      "ﾊﾞ");

  private final FrameFile file;
  private final Rotation rotation;
  private final FramebufferDisplay display;
  private final TerminalSize size;
  private final Map<List<Integer>, String> letters = new HashMap<>();

  FramebufferBench(Path folder, TerminalSize size, Rotation rotation, int bits, int padding) {
    int glassWidth = size.getColumns() * 16;
    int glassHeight = size.getRows() * 32;
    boolean sideways = rotation.isSideways();
    this.size = size;
    this.rotation = rotation;
    this.file = FrameFile.create(
        folder,
        sideways ? glassHeight : glassWidth,
        sideways ? glassWidth : glassHeight,
        bits,
        padding);
    try {
      this.display = FramebufferDisplay.open(file.settings(rotation, size));
    } catch (DisplayException e) {
      throw new AssertionError(e);
    }
    learn();
  }

  @Override
  public Display display() {
    return display;
  }

  @Override
  public List<String> rows() {
    BufferedImage picture = file.picture(rotation);
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < size.getRows(); row++) {
      StringBuilder text = new StringBuilder();
      int column = 0;
      while (column < size.getColumns()) {
        String letter = letter(picture, column, row);
        text.append(letter);
        column += Cells.columns(letter);
      }
      rows.add(text.toString());
    }
    return rows;
  }

  @Override
  public void close() {
    display.close();
  }

  private String letter(BufferedImage picture, int column, int row) {
    int columns = Math.min(2, size.getColumns() - column);
    String wide = letters.getOrDefault(pixels(picture, column, row, columns), "");
    return wide.isEmpty() ? letters.getOrDefault(pixels(picture, column, row, 1), "?") : wide;
  }

  private void learn() {
    CellStyle style = new CellStyle(TextColor.ANSI.BLACK, TextColor.ANSI.WHITE_BRIGHT);
    try (CellPicture picture = new CellPicture(FontList.debian(), 16, 32)) {
      for (String letter : ALPHABET) {
        BasicTextImage image = new BasicTextImage(Cells.columns(letter), 1);
        Cells.put(image, 0, 0, letter, style);
        List<Integer> pixels = pixels(picture.render(image), 0, 0, Cells.columns(letter));
        String alike = letters.put(pixels, letter);
        if (alike != null) {
          throw new AssertionError("%s looks like %s".formatted(alike, letter));
        }
      }
    }
  }

  private List<Integer> pixels(BufferedImage picture, int column, int row, int columns) {
    int[] rgb = picture.getRGB(column * 16, row * 32, columns * 16, 32, null, 0, columns * 16);
    return Arrays.stream(rgb)
        .mapToObj(pixel -> FrameFile.seen(pixel, file.bits()))
        .toList();
  }

  private static List<String> alphabet(String... texts) {
    return Arrays.stream(texts)
        .flatMap(text -> text.codePoints().mapToObj(Character::toString))
        .distinct()
        .toList();
  }
}
