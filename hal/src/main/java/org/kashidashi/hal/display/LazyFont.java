package org.kashidashi.hal.display;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A font that fills gaps: opened when the first character asks for it, since most screens need none.
 * Belongs to one thread.
 */
final class LazyFont {
  private static final Logger LOG = LoggerFactory.getLogger(LazyFont.class);

  private final Path path;
  private final int height;
  private Optional<Font> font = Optional.empty();
  private boolean asked;

  LazyFont(Path path, int height) {
    this.path = path;
    this.height = height;
  }

  /** Empty if the file is missing, which is allowed, or is no font, which is logged once. */
  Optional<Font> font() {
    if (!asked && Files.isReadable(path)) {
      try {
        font = Optional.of(open(path, height));
      } catch (IllegalArgumentException e) {
        LOG.warn("{}; going on without it", e.getMessage());
      }
    }
    asked = true;
    return font;
  }

  /**
   * @throws IllegalArgumentException if the file is missing, or is no font
   */
  static Font open(Path path, int height) {
    if (!Files.isReadable(path)) {
      throw new IllegalArgumentException(
          "font %s cannot be read, install it or name another one".formatted(path));
    }
    try {
      return Font.createFont(Font.TRUETYPE_FONT, path.toFile()).deriveFont((float) height);
    } catch (FontFormatException | IOException e) {
      throw new IllegalArgumentException(
          "font %s cannot be used: %s".formatted(path, e.getMessage()), e);
    }
  }
}
