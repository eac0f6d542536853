package org.kashidashi.hal.display;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Draws one grapheme as a mask: one byte of coverage a pixel, over one cell or two.
 *
 * <p>Outlines are filled without hinting, so that every machine draws the same picture. A base and
 * its combining marks are composed if there is such a character, else drawn one over the other;
 * nothing is shaped. What no font has is drawn as 〓. Belongs to one thread; closing it frees the
 * fonts.
 */
final class GlyphMasks implements AutoCloseable {
  /** Bytes; a screen of 60 x 22 cells that are all different takes 1 MB at 18 x 36 pixels. */
  private static final int MAXIMUM_CACHED = 2 << 20;

  /** A font that has these has all. */
  private static final String VIETNAMESE_LETTERS = "ạẾỹơƯđ";

  /** How far strokes are thickened where a font has no bold weight. */
  private static final int CELL_WIDTHS_APART = 12;

  private final int cellWidth;
  private final int cellHeight;
  private final FreeType freeType;
  private final List<LazyFont> regular;
  private final List<LazyFont> bold;
  private final LinkedHashMap<Key, byte[]> cache = new LinkedHashMap<>(256, 0.75f, true);

  private int cached;

  private record Key(String grapheme, boolean inBold, Lettering letters) {}

  private GlyphMasks(FreeType freeType, FontList fonts, int cellWidth, int cellHeight) {
    this.cellWidth = cellWidth;
    this.cellHeight = cellHeight;
    this.freeType = freeType;
    this.regular = fonts(fonts.regular());
    this.bold = fonts(fonts.bold());
  }

  /**
   * @throws IllegalArgumentException if the first font, or the library that draws it, is missing or
   *     cannot be used
   */
  static GlyphMasks open(FontList fonts, int cellWidth, int cellHeight) {
    try {
      GlyphMasks masks = new GlyphMasks(FreeType.open(), fonts, cellWidth, cellHeight);
      boolean usable = false;
      try {
        masks.regular.getFirst().require();
        usable = true;
        return masks;
      } finally {
        if (!usable) {
          masks.close();
        }
      }
    } catch (FontException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Coverage 0 to 255 for each pixel, row by row; not to be changed. */
  byte[] of(String grapheme, boolean inBold) {
    return of(grapheme, inBold, Lettering.JAPANESE);
  }

  /** The same in a font that has all the letters of a language. */
  byte[] of(String grapheme, boolean inBold, Lettering letters) {
    Key key = new Key(grapheme, inBold, letters);
    byte[] known = cache.get(key);
    if (known != null) {
      return known;
    }
    byte[] mask = draw(key);
    cached += mask.length;
    while (cached > MAXIMUM_CACHED && !cache.isEmpty()) {
      cached -= cache.pollFirstEntry().getValue().length;
    }
    cache.put(key, mask);
    return mask;
  }

  /** How much of the memory is kept for characters drawn before. */
  int cachedBytes() {
    return cached;
  }

  @Override
  public void close() {
    freeType.close();
  }

  private byte[] draw(Key key) {
    int width = cellWidth * Graphemes.columns(key.grapheme());
    return key.grapheme().isBlank()
        ? new byte[width * cellHeight]
        : BoxDrawing.mask(key.grapheme(), width, cellHeight).orElseGet(() -> glyph(key, width));
  }

  private byte[] glyph(Key key, int width) {
    String grapheme = composed(key.grapheme());
    return fontFor(grapheme, key.inBold(), key.letters())
        .flatMap(font -> mask(font, grapheme, width, key.inBold()))
        .or(() -> regular.getFirst().mask(Graphemes.GETA, width))
        .orElseGet(() -> new byte[width * cellHeight]);
  }

  /** A font without a bold weight is drawn twice, a little apart. */
  private Optional<byte[]> mask(LazyFont font, String grapheme, int width, boolean inBold) {
    Optional<byte[]> mask = font.mask(grapheme, width);
    return inBold && !bold.contains(font) ? mask.map(thin -> thickened(thin, width)) : mask;
  }

  private byte[] thickened(byte[] thin, int width) {
    int apart = Math.max(1, cellWidth / CELL_WIDTHS_APART);
    byte[] thick = thin.clone();
    for (int at = 0; at < thin.length; at++) {
      if (at % width >= apart) {
        thick[at] = (byte) Math.max(thin[at] & 0xFF, thin[at - apart] & 0xFF);
      }
    }
    return thick;
  }

  Optional<LazyFont> fontFor(String grapheme, boolean inBold) {
    return fontFor(grapheme, inBold, Lettering.JAPANESE);
  }

  /** Empty for a character that no font has. */
  Optional<LazyFont> fontFor(String grapheme, boolean inBold, Lettering letters) {
    List<LazyFont> asked =
        Stream.concat(inBold ? bold.stream() : Stream.empty(), regular.stream()).toList();
    Stream<LazyFont> first = switch (letters) {
      case JAPANESE -> Stream.empty();
      case VIETNAMESE -> asked.stream().filter(font -> font.draws(VIETNAMESE_LETTERS));
    };
    return Stream.concat(first, asked.stream())
        .filter(font -> font.draws(grapheme))
        .findFirst();
  }

  private static String composed(String grapheme) {
    boolean single = grapheme.codePointCount(0, grapheme.length()) == 1;
    return single ? grapheme : Normalizer.normalize(grapheme, Normalizer.Form.NFC);
  }

  private List<LazyFont> fonts(List<Path> paths) {
    return paths.stream().map(path -> new LazyFont(freeType, path, cellHeight)).toList();
  }
}
