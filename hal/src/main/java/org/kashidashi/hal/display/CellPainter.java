package org.kashidashi.hal.display;

import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Paints single cells into an array of pixels, in any direction.
 *
 * <p>A wide glyph is centred over two cells, a glyph too wide for its cells is squeezed into them,
 * frames join. Belongs to one thread; closing it frees its fonts.
 */
public final class CellPainter implements AutoCloseable {
  private static final int DEFAULT_FOREGROUND = 0xE0E0E0;
  private static final int DEFAULT_BACKGROUND = 0x000000;

  /** 64 KB; a screen has some ten pairs of ink and paper. */
  private static final int MAXIMUM_RAMPS = 64;

  /** Of a cell's height: what is free around a picture. */
  private static final int CELL_HEIGHTS_BESIDE = 8;

  private final GlyphMasks glyphs;
  private final int cellWidth;
  private final int cellHeight;
  private final IntUnaryOperator encode;
  private final Picture picture;
  private final Map<Pair, int[]> ramps = new LinkedHashMap<>(32, 0.75f, true);

  /** The picture in the size in which it was last asked for. */
  private Picture fitted = Picture.NONE;

  private record Pair(int paper, int ink) {}

  /**
   * @param cellWidth pixels of a half-width cell, 4 to 256
   * @param cellHeight pixels, 8 to 512
   * @param encode gives what the array holds for a colour 0xRRGGBB
   * @throws IllegalArgumentException if the first font, or FreeType, is missing or cannot be used
   */
  public CellPainter(FontList fonts, int cellWidth, int cellHeight, IntUnaryOperator encode) {
    this(fonts, Picture.NONE, cellWidth, cellHeight, encode);
  }

  /**
   * With a picture for the cells of {@link Tiles}.
   *
   * @param cellWidth pixels of a half-width cell, 4 to 256
   * @param cellHeight pixels, 8 to 512
   * @param encode gives what the array holds for a colour 0xRRGGBB
   * @throws IllegalArgumentException if the first font, or FreeType, is missing or cannot be used
   */
  public CellPainter(
      FontList fonts, Picture picture, int cellWidth, int cellHeight, IntUnaryOperator encode) {
    if (cellWidth < 4 || cellWidth > 256 || cellHeight < 8 || cellHeight > 512) {
      throw new IllegalArgumentException(
          "cell of %d x %d pixels, need 4 x 8 to 256 x 512".formatted(cellWidth, cellHeight));
    }
    this.picture = picture;
    this.glyphs = GlyphMasks.open(fonts, cellWidth, cellHeight);
    this.cellWidth = cellWidth;
    this.cellHeight = cellHeight;
    this.encode = encode;
  }

  /**
   * Paints one half-width cell.
   *
   * @param half 0 for a narrow character or the left half of a wide one, 1 for the right half
   * @param origin where the top left pixel of the cell lies in the array
   * @param right how far the next pixel to the right lies from a pixel; may be negative
   * @param down the same for the next pixel below
   */
  public void paint(
      TextCharacter character, int half, int[] pixels, int origin, int right, int down) {
    if (Tiles.isTile(character)) {
      paintTile(Tiles.of(character), paper(character), pixels, origin, right, down);
      return;
    }
    int[] ramp = ramp(paper(character), ink(character));
    byte[] mask =
        glyphs.of(character.getCharacterString(), character.isBold(), Lettering.of(character));
    int maskWidth = mask.length / cellHeight;
    int underline = character.isUnderlined() ? cellHeight - cellHeight / 16 - 1 : cellHeight;
    for (int y = 0; y < cellHeight; y++) {
      int at = origin + y * down;
      int from = y * maskWidth + half * cellWidth;
      for (int x = 0; x < cellWidth; x++) {
        pixels[at] = ramp[y >= underline ? 255 : mask[from + x] & 0xFF];
        at += right;
      }
    }
  }

  private void paintTile(
      Tiles.Tile tile, int paper, int[] pixels, int origin, int right, int down) {
    int width = tile.columns() * cellWidth;
    int height = tile.rows() * cellHeight;
    if (fitted.width() != width || fitted.height() != height) {
      fitted = picture.fittedInto(width, height, cellHeight / CELL_HEIGHTS_BESIDE);
    }
    for (int y = 0; y < cellHeight; y++) {
      int at = origin + y * down;
      for (int x = 0; x < cellWidth; x++) {
        int argb = fitted.argb(tile.column() * cellWidth + x, tile.row() * cellHeight + y);
        pixels[at] = encode.applyAsInt(mix(paper, argb, argb >>> 24));
        at += right;
      }
    }
  }

  /**
   * What the array holds beside a row that ends with this character: its ground, or what half a
   * block fills.
   *
   * @param lower whether of the cell's lower half
   */
  public int beside(TextCharacter character, boolean lower) {
    boolean filled = switch (character.getCharacterString()) {
      case "▀" -> !lower;
      case "▄" -> lower;
      case "█" -> true;
      default -> false;
    };
    return encode.applyAsInt(filled ? ink(character) : paper(character));
  }

  @Override
  public void close() {
    glyphs.close();
  }

  private static int paper(TextCharacter character) {
    return character.isReversed() ? foreground(character) : ground(character);
  }

  private static int ink(TextCharacter character) {
    return character.isReversed() ? ground(character) : foreground(character);
  }

  private static int foreground(TextCharacter character) {
    return rgb(character.getForegroundColor(), DEFAULT_FOREGROUND);
  }

  private static int ground(TextCharacter character) {
    return rgb(character.getBackgroundColor(), DEFAULT_BACKGROUND);
  }

  private static int rgb(TextColor colour, int byDefault) {
    return colour == TextColor.ANSI.DEFAULT
        ? byDefault
        : colour.getRed() << 16 | colour.getGreen() << 8 | colour.getBlue();
  }

  /** The encoded colour for each coverage, from paper to ink. */
  private int[] ramp(int paper, int ink) {
    Pair pair = new Pair(paper, ink);
    int[] known = ramps.get(pair);
    if (known != null) {
      return known;
    }
    int[] ramp = new int[256];
    for (int coverage = 0; coverage < ramp.length; coverage++) {
      ramp[coverage] = encode.applyAsInt(mix(paper, ink, coverage));
    }
    if (ramps.size() >= MAXIMUM_RAMPS) {
      ramps.remove(ramps.keySet().iterator().next());
    }
    ramps.put(pair, ramp);
    return ramp;
  }

  private static int mix(int paper, int ink, int coverage) {
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int from = paper >> shift & 0xFF;
      int to = ink >> shift & 0xFF;
      mixed |= (from + (to - from) * coverage / 255) << shift;
    }
    return mixed;
  }
}
