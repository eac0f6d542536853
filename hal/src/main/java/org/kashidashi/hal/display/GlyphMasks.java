package org.kashidashi.hal.display;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Draws one grapheme as a mask: one byte of coverage a pixel, over one cell or two.
 *
 * <p>Outlines are filled by the Java runtime, without hinting by the system's font library, so that
 * every machine draws the same picture. What no font has is drawn as 〓. Belongs to one thread.
 */
final class GlyphMasks {
  /** Bytes; a screen of 60 x 22 cells that are all different takes 1 MB at 18 x 36 pixels. */
  private static final int MAXIMUM_CACHED = 2 << 20;

  private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

  private final int cellWidth;
  private final int cellHeight;
  private final Font first;
  private final List<LazyFont> others;
  private final List<LazyFont> bold;
  private final LinkedHashMap<Key, byte[]> cache = new LinkedHashMap<>(256, 0.75f, true);

  private int cached;

  private record Key(String grapheme, boolean inBold) {}

  GlyphMasks(FontList fonts, int cellWidth, int cellHeight) {
    this.cellWidth = cellWidth;
    this.cellHeight = cellHeight;
    this.first = LazyFont.open(fonts.regular().getFirst(), cellHeight);
    this.others = fonts(fonts.regular().subList(1, fonts.regular().size()));
    this.bold = fonts(fonts.bold());
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

  private byte[] draw(String grapheme, boolean inBold) {
    int width = cellWidth * Graphemes.columns(grapheme);
    return BoxDrawing.mask(grapheme, width, cellHeight)
        .orElseGet(() -> coverage(outline(grapheme, inBold, width), width));
  }

  /** A font that has a character as nothing but white does not have it. */
  private Shape outline(String grapheme, boolean inBold, int width) {
    Shape outline = fontFor(grapheme, inBold)
        .map(font -> outline(grapheme, font, width))
        .orElseGet(Path2D.Double::new);
    boolean shown = !outline.getBounds2D().isEmpty() || grapheme.isBlank();
    return shown ? outline : outline(Graphemes.GETA, first, width);
  }

  private Shape outline(String grapheme, Font font, int width) {
    GlyphVector glyphs = font.createGlyphVector(UNHINTED, grapheme);
    double advance = glyphs.getLogicalBounds().getWidth();
    double squeeze = advance > width ? width / advance : 1;
    float ascent = font.getLineMetrics(grapheme, UNHINTED).getAscent();
    float descent = font.getLineMetrics(grapheme, UNHINTED).getDescent();
    double baseline = Math.rint((cellHeight - ascent - descent) / 2 + ascent);
    AffineTransform place =
        AffineTransform.getTranslateInstance((width - advance * squeeze) / 2, baseline);
    place.scale(squeeze, 1);
    return place.createTransformedShape(glyphs.getOutline());
  }

  /** Empty for a character that no font has. */
  Optional<Font> fontFor(String grapheme, boolean inBold) {
    Stream<Font> heavy = inBold ? bold.stream().flatMap(GlyphMasks::opened) : Stream.empty();
    Stream<Font> wanted = Stream.concat(heavy, Stream.of(first));
    return Stream.concat(wanted, others.stream().flatMap(GlyphMasks::opened))
        .filter(font -> font.canDisplayUpTo(grapheme) < 0)
        .findFirst();
  }

  private static Stream<Font> opened(LazyFont font) {
    return font.font().stream();
  }

  private byte[] coverage(Shape outline, int width) {
    BufferedImage image = new BufferedImage(width, cellHeight, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fill(outline);
    graphics.dispose();
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    byte[] mask = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      mask[i] = (byte) pixels[i];
    }
    return mask;
  }

  private List<LazyFont> fonts(List<Path> paths) {
    return paths.stream().map(path -> new LazyFont(path, cellHeight)).toList();
  }
}
