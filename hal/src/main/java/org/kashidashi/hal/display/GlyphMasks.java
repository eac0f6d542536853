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

  private final int cellWidth;
  private final int cellHeight;
  private final FreeType freeType;
  private final List<LazyFont> regular;
  private final List<LazyFont> bold;
  private final LinkedHashMap<Key, byte[]> cache = new LinkedHashMap<>(256, 0.75f, true);

  private int cached;

  private record Key(String grapheme, boolean inBold) {}

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
    Key key = new Key(grapheme, inBold);
    byte[] known = cache.get(key);
    if (known != null) {
      return known;
    }
    byte[] mask = draw(grapheme, inBold);
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

  private byte[] draw(String grapheme, boolean inBold) {
    int width = cellWidth * Graphemes.columns(grapheme);
    return grapheme.isBlank()
        ? new byte[width * cellHeight]
        : BoxDrawing.mask(grapheme, width, cellHeight)
            .orElseGet(() -> glyph(composed(grapheme), inBold, width));
  }

  private byte[] glyph(String grapheme, boolean inBold, int width) {
    return fontFor(grapheme, inBold)
        .flatMap(font -> font.mask(grapheme, width))
        .or(() -> regular.getFirst().mask(Graphemes.GETA, width))
        .orElseGet(() -> new byte[width * cellHeight]);
  }

  /** Empty for a character that no font has. */
  Optional<LazyFont> fontFor(String grapheme, boolean inBold) {
    Stream<LazyFont> heavy = inBold ? bold.stream() : Stream.empty();
    return Stream.concat(heavy, regular.stream())
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
