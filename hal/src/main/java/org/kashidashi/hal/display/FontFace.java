package org.kashidashi.hal.display;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/**
 * Draws glyphs of one font in one size. Belongs to the thread of its {@link FreeType}, and is gone
 * when that is closed.
 *
 * <p>A base and its combining marks are drawn one over the other; nothing is shaped.
 */
@SuppressWarnings("restricted")
final class FontFace {
  /*
   * Offsets on 64-bit Linux, where long and pointers take 8 bytes, of the structures of freetype.h
   * (FT_FaceRec, FT_GlyphSlotRec, FT_SizeRec, FT_Size_Metrics) and ftimage.h (FT_Bitmap).
   */
  private static final int FACE_OCTETS = 248;
  private static final int FACE_FLAGS = 16;
  private static final int FACE_GLYPHS = 32;
  private static final int FACE_UNITS_PER_EM = 136;
  private static final int FACE_ASCENDER = 138;
  private static final int FACE_DESCENDER = 140;
  private static final int FACE_SLOT = 152;
  private static final int FACE_SIZE = 160;
  private static final int SIZE_OCTETS = 88;
  private static final int SIZE_Y_PPEM = 24 + 2;
  private static final int SLOT_OCTETS = 304;
  private static final int SLOT_METRICS_WIDTH = 48;
  private static final int SLOT_METRICS_HEIGHT = 56;
  private static final int SLOT_METRICS_BEARING_X = 64;
  private static final int SLOT_METRICS_BEARING_Y = 72;
  private static final int SLOT_LINEAR_ADVANCE = 112;
  private static final int SLOT_BITMAP = 152;
  private static final int SLOT_BITMAP_LEFT = 192;
  private static final int SLOT_BITMAP_TOP = 196;
  private static final int BITMAP_WIDTH = SLOT_BITMAP + 4;
  private static final int BITMAP_PITCH = SLOT_BITMAP + 8;
  private static final int BITMAP_BUFFER = SLOT_BITMAP + 16;
  private static final int BITMAP_PIXEL_MODE = SLOT_BITMAP + 26;

  private static final long FLAG_SCALABLE = 1;
  private static final byte PIXEL_MODE_GRAY = 2;
  private static final int LOAD_NO_HINTING = 1 << 1;
  private static final int LOAD_RENDER = 1 << 2;
  private static final int LOAD_NO_BITMAP = 1 << 3;
  private static final int LOAD_IGNORE_TRANSFORM = 1 << 11;

  /** Without hinting every version of FreeType draws the same picture, as designed. */
  private static final int OUTLINE = LOAD_NO_BITMAP | LOAD_NO_HINTING;

  /** Of a cell's height: what is as high as the em does not touch the next row. */
  private static final double EM = 15 / 16.0;

  /** The letters that reach highest and lowest: with two accents, with a dot and a tail below. */
  private static final String EXTREMES = "ẾỖÂÅgjpqyçạợ|";

  /** Heights of a cell; a damaged font asks for gigabytes. */
  private static final int MAXIMUM_EXTENT = 4;

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

  private final FreeType freeType;
  private final MemorySegment face;
  private final MemorySegment slot;
  private final int height;
  private final Fit wide;
  private final Fit narrow;

  /**
   * How glyphs are set into a cell.
   *
   * @param scale of the em that the face is set to
   * @param baseline pixels below the upper edge
   */
  private record Fit(double scale, int baseline) {}

  private FontFace(FreeType freeType, MemorySegment face, int height) throws FontException {
    this.freeType = freeType;
    this.face = face;
    this.height = height;
    int unitsPerEm = face.get(ValueLayout.JAVA_SHORT, FACE_UNITS_PER_EM) & 0xFFFF;
    long glyphs = face.get(LONG, FACE_GLYPHS);
    if ((face.get(LONG, FACE_FLAGS) & FLAG_SCALABLE) == 0) {
      throw new FontException("it has no outlines");
    }
    if (unitsPerEm < 16 || unitsPerEm > 0x4000 || glyphs < 1 || glyphs > 0x10000) {
      throw new FontException("%d glyphs of %d units".formatted(glyphs, unitsPerEm));
    }
    int em = (int) (height * EM);
    freeType.setHeight(face, em);
    MemorySegment size = face.get(ValueLayout.ADDRESS, FACE_SIZE).reinterpret(SIZE_OCTETS);
    int pixels = size.get(ValueLayout.JAVA_SHORT, SIZE_Y_PPEM);
    if (pixels != em) {
      throw new FontException(
          "FreeType says %d pixels instead of %d, its structures are not those of version 2"
              .formatted(pixels, em));
    }
    this.slot = face.get(ValueLayout.ADDRESS, FACE_SLOT).reinterpret(SLOT_OCTETS);
    double ascent = face.get(ValueLayout.JAVA_SHORT, FACE_ASCENDER) * em / (double) unitsPerEm;
    double descent = -face.get(ValueLayout.JAVA_SHORT, FACE_DESCENDER) * em / (double) unitsPerEm;
    this.wide = new Fit(1, (int) Math.rint((height - ascent - descent) / 2 + ascent));
    this.narrow = narrowFit();
  }

  /** The first face of a file, with an em that leaves room between rows of cells. */
  static FontFace open(FreeType freeType, Path path, int height) throws FontException {
    MemorySegment face = freeType.face(path.toString()).reinterpret(FACE_OCTETS);
    return new FontFace(freeType, face, height);
  }

  /**
   * Where Latin letters find room with all they have above and below. Fonts that were not made for
   * Japanese let accents and tails reach out of the em, and are set smaller.
   */
  private Fit narrowFit() throws FontException {
    double above = 0;
    double below = 0;
    for (int letter : EXTREMES.codePoints().toArray()) {
      int glyph = freeType.glyph(face, letter);
      if (glyph != 0) {
        requireModest(glyph);
        double top = slot.get(LONG, SLOT_METRICS_BEARING_Y) / 64.0;
        above = Math.max(above, top);
        below = Math.max(below, slot.get(LONG, SLOT_METRICS_HEIGHT) / 64.0 - top);
      }
    }
    if (above <= wide.baseline() && below <= height - wide.baseline()) {
      return wide;
    }
    // A pixel less, since both ends are rounded up to whole ones.
    double scale = Math.min(1, (height - 1) / (above + below));
    int rowsAbove = (int) Math.ceil(above * scale);
    int spare = height - rowsAbove - (int) Math.ceil(below * scale);
    return new Fit(scale, rowsAbove + spare / 2);
  }

  /** Whether all of a grapheme is there; a glyph that is nothing but white is not. */
  boolean draws(String grapheme) throws FontException {
    for (int codePoint : grapheme.codePoints().toArray()) {
      int glyph = freeType.glyph(face, codePoint);
      if (glyph == 0) {
        return false;
      }
      freeType.load(face, glyph, OUTLINE | LOAD_IGNORE_TRANSFORM);
      if (slot.get(LONG, SLOT_METRICS_WIDTH) == 0 || slot.get(LONG, SLOT_METRICS_HEIGHT) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Coverage of a grapheme that {@link #draws} found, squeezed if it is too wide, else centred. */
  byte[] mask(String grapheme, int width) throws FontException {
    byte[] mask = new byte[width * height];
    Fit fit = Graphemes.columns(grapheme) == 1 ? narrow : wide;
    int[] codePoints = grapheme.codePoints().toArray();
    double advance = advance(freeType.glyph(face, codePoints[0]));
    double squeeze = Math.min(fit.scale(), width / advance);
    double left = (width - advance * squeeze) / 2;
    for (int i = 0; i < codePoints.length; i++) {
      int glyph = freeType.glyph(face, codePoints[i]);
      double right = left + (i == 0 ? 0 : markPlace(glyph, advance) * squeeze);
      // Whole pixels cost no transformation, which takes long to prepare.
      boolean plain = squeeze == 1 && i == 0;
      if (!plain) {
        freeType.place(face, squeeze, fit.scale(), right);
      }
      freeType.load(face, glyph, OUTLINE | LOAD_RENDER | (plain ? LOAD_IGNORE_TRANSFORM : 0));
      copy(mask, width, plain ? (int) left : 0, fit.baseline());
    }
    return mask;
  }

  /**
   * How far to the right a mark is set. One without width lies to the left of where it is set: after
   * the base. Japanese fonts have marks that lie as far to the left of a square of their own as they
   * belong to the right of the base's.
   */
  private double markPlace(int glyph, double ofBase) throws FontException {
    if (advance(glyph) == 0) {
      return ofBase;
    }
    long bearing = slot.get(LONG, SLOT_METRICS_BEARING_X);
    return ofBase - (slot.get(LONG, SLOT_METRICS_WIDTH) + 2 * bearing) / 64.0;
  }

  /** Pixels to the next glyph. */
  private double advance(int glyph) throws FontException {
    requireModest(glyph);
    return slot.get(LONG, SLOT_LINEAR_ADVANCE) / (double) 0x10000;
  }

  /** Leaves the glyph's measures in the slot. */
  private void requireModest(int glyph) throws FontException {
    freeType.load(face, glyph, OUTLINE | LOAD_IGNORE_TRANSFORM);
    long extent = 64L * MAXIMUM_EXTENT * height;
    if (slot.get(LONG, SLOT_METRICS_WIDTH) > extent
        || slot.get(LONG, SLOT_METRICS_HEIGHT) > extent
        || Math.abs(slot.get(LONG, SLOT_METRICS_BEARING_Y)) > extent) {
      throw new FontException("glyph %d is larger than %d cells".formatted(glyph, MAXIMUM_EXTENT));
    }
  }

  private void copy(byte[] mask, int width, int right, int baseline) throws FontException {
    int rows = slot.get(INT, SLOT_BITMAP);
    int columns = slot.get(INT, BITMAP_WIDTH);
    int pitch = slot.get(INT, BITMAP_PITCH);
    int left = right + slot.get(INT, SLOT_BITMAP_LEFT);
    int top = baseline - slot.get(INT, SLOT_BITMAP_TOP);
    if (rows == 0 || columns == 0) {
      return;
    }
    if (slot.get(ValueLayout.JAVA_BYTE, BITMAP_PIXEL_MODE) != PIXEL_MODE_GRAY
        || rows < 0
        || columns < 0
        || pitch < columns) {
      throw new FontException(
          "glyph drawn in %d x %d pixels, %d bytes a row".formatted(columns, rows, pitch));
    }
    byte[] bitmap = slot.get(ValueLayout.ADDRESS, BITMAP_BUFFER)
        .reinterpret((long) rows * pitch)
        .toArray(ValueLayout.JAVA_BYTE);
    for (int y = Math.max(0, top); y < Math.min(height, top + rows); y++) {
      for (int x = Math.max(0, left); x < Math.min(width, left + columns); x++) {
        int coverage = bitmap[(y - top) * pitch + x - left] & 0xFF;
        int at = y * width + x;
        mask[at] = (byte) Math.max(mask[at] & 0xFF, coverage);
      }
    }
  }
}
