package org.kashidashi.hal.display;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A font that is opened when the first character asks for it, since most screens need few. Belongs
 * to one thread.
 *
 * <p>What is wrong with its file is logged once; a character that cannot be drawn is one that the
 * font does not have.
 */
final class LazyFont {
  private static final Logger LOG = LoggerFactory.getLogger(LazyFont.class);

  private final FreeType freeType;
  private final Path path;
  private final int height;
  private Optional<FontFace> face = Optional.empty();
  private boolean asked;
  private boolean told;

  LazyFont(FreeType freeType, Path path, int height) {
    this.freeType = freeType;
    this.path = path;
    this.height = height;
  }

  Path path() {
    return path;
  }

  /** Whether the font has a visible grapheme. A missing file, which is allowed, has none. */
  boolean draws(String grapheme) {
    try {
      Optional<FontFace> opened = face();
      return opened.isPresent() && opened.get().draws(grapheme);
    } catch (FontException e) {
      tell(e);
      return false;
    }
  }

  /** Coverage 0 to 255 for each pixel, row by row. */
  Optional<byte[]> mask(String grapheme, int width) {
    try {
      Optional<FontFace> opened = face();
      return opened.isPresent() && opened.get().draws(grapheme)
          ? Optional.of(opened.get().mask(grapheme, width))
          : Optional.empty();
    } catch (FontException e) {
      tell(e);
      return Optional.empty();
    }
  }

  /** For a font without which there is nothing to be drawn. */
  void require() throws FontException {
    if (!Files.isReadable(path)) {
      throw new FontException(
          "font %s cannot be read, install it or name another one".formatted(path));
    }
    try {
      var _ = face();
    } catch (FontException e) {
      throw new FontException("font %s cannot be used: %s".formatted(path, e.getMessage()), e);
    }
  }

  private Optional<FontFace> face() throws FontException {
    if (!asked && Files.isReadable(path)) {
      asked = true;
      face = Optional.of(FontFace.open(freeType, path, height));
    }
    asked = true;
    return face;
  }

  private void tell(FontException fault) {
    if (!told) {
      LOG.warn("font {} cannot be used: {}; going on without it", path, fault.getMessage());
    }
    told = true;
  }
}
