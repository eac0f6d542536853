package org.kashidashi.hal.display;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Draws one grapheme as a mask: one byte of coverage a pixel, over one cell or two.
 *
 * <p>Outlines are filled by the Java runtime, without hinting by the system's font library, so that
 * every machine draws the same picture. What no font has is drawn as 〓. Belongs to one thread.
 */
final class GlyphMasks {
  /** 4 MB at 16 x 32 pixels; a screen has some 200 different characters. */
  private static final int MAXIMUM_CACHED = 4_096;

  private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

  private final int cellWidth;
  private final int cellHeight;
  private final List<Font> regular;
  private final List<Font> bold;
  private final Map<Key, byte[]> cache = new LinkedHashMap<>(256, 0.75f, true);

  private record Key(String grapheme, boolean inBold) {}

  GlyphMasks(FontList fonts, int cellWidth, int cellHeight) {
    this.cellWidth = cellWidth;
    this.cellHeight = cellHeight;
    if (!Files.isReadable(fonts.regular().getFirst())) {
      throw new IllegalArgumentException("font %s cannot be read, install it or name another one"
          .formatted(fonts.regular().getFirst()));
    }
    this.regular = load(fonts.regular());
    this.bold = load(fonts.bold());
  }

  /** Coverage 0 to 255 for each pixel, row by row; not to be changed. */
  byte[] of(String grapheme, boolean inBold) {
    Key key = new Key(grapheme, inBold);
    byte[] known = cache.get(key);
    if (known != null) {
      return known;
    }
    byte[] mask = draw(grapheme, inBold);
    if (cache.size() >= MAXIMUM_CACHED) {
      cache.remove(cache.keySet().iterator().next());
    }
    cache.put(key, mask);
    return mask;
  }

  private byte[] draw(String grapheme, boolean inBold) {
    int width = cellWidth * Graphemes.columns(grapheme);
    return BoxDrawing.mask(grapheme, width, cellHeight)
        .orElseGet(() -> coverage(outline(grapheme, inBold, width), width));
  }

  private Shape outline(String grapheme, boolean inBold, int width) {
    return fontFor(grapheme, inBold)
        .map(font -> outline(grapheme, font, width))
        .orElseGet(() -> outline(Graphemes.GETA, regular.getFirst(), width));
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

  private Optional<Font> fontFor(String grapheme, boolean inBold) {
    return Stream.concat(inBold ? bold.stream() : Stream.empty(), regular.stream())
        .filter(font -> font.canDisplayUpTo(grapheme) < 0)
        .findFirst();
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

  private List<Font> load(List<Path> paths) {
    List<Font> fonts = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isReadable(path)) {
        fonts.add(load(path).deriveFont((float) cellHeight));
      }
    }
    return List.copyOf(fonts);
  }

  private static Font load(Path path) {
    try {
      return Font.createFont(Font.TRUETYPE_FONT, path.toFile());
    } catch (FontFormatException | IOException e) {
      throw new IllegalArgumentException(
          "font %s cannot be used: %s".formatted(path, e.getMessage()), e);
    }
  }
}
