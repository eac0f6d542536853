package org.kashidashi.hal.display;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The few calls of the FreeType library that draw glyphs, on 64-bit Linux. Belongs to one thread.
 *
 * <p>FreeType maps font files instead of reading them: of megabytes of kanji only those in use take
 * memory. Its own memory is freed, with all faces, when this is closed; no face may be used then.
 *
 * <p>Source: freetype.h of FreeType 2.10 to 2.13, which promises its layouts for version 2.
 */
@SuppressWarnings("restricted")
final class FreeType implements AutoCloseable {
  private static final String LIBRARY = "libfreetype.so.6";
  private static final int VERSION = 2;
  private static final int LEAST_MINOR = 10;

  private static final ValueLayout.OfInt NUMBER = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final MemoryLayout POINTER = ValueLayout.ADDRESS;

  private final SymbolLookup symbols;
  private final MethodHandle newFace;
  private final MethodHandle setPixelSizes;
  private final MethodHandle getCharIndex;
  private final MethodHandle loadGlyph;
  private final MemorySegment library;
  /** Made when the first glyph needs it: a handle takes milliseconds, most screens need none. */
  private Optional<MethodHandle> setTransform = Optional.empty();

  private boolean closed;

  private FreeType(SymbolLookup symbols) throws FontException {
    this.symbols = symbols;
    FunctionDescriptor twoNumbers = FunctionDescriptor.of(NUMBER, POINTER, NUMBER, NUMBER);
    this.newFace =
        find("FT_New_Face", FunctionDescriptor.of(NUMBER, POINTER, POINTER, LONG, POINTER));
    this.setPixelSizes = find("FT_Set_Pixel_Sizes", twoNumbers);
    this.getCharIndex = find("FT_Get_Char_Index", FunctionDescriptor.of(NUMBER, POINTER, LONG));
    this.loadGlyph = find("FT_Load_Glyph", twoNumbers);
    this.library = initialised();
  }

  /** The library of Debian's package libfreetype6. */
  static FreeType open() throws FontException {
    return open(LIBRARY);
  }

  static FreeType open(String name) throws FontException {
    FreeType opened = new FreeType(found(name));
    boolean known = false;
    try {
      opened.requireKnownVersion();
      known = true;
      return opened;
    } finally {
      if (!known) {
        opened.close();
      }
    }
  }

  /** The face of a font file, the first one of a collection. */
  MemorySegment face(String path) throws FontException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment face = arena.allocate(POINTER);
      requireSuccess("opening it", (int)
          newFace.invokeExact(open(library), arena.allocateFrom(path), 0L, face));
      return face.get(ValueLayout.ADDRESS, 0);
    } catch (FontException e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  void setHeight(MemorySegment face, int pixels) throws FontException {
    try {
      requireSuccess("setting its size", (int) setPixelSizes.invokeExact(open(face), 0, pixels));
    } catch (FontException e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** 0 for a character that the face does not have. */
  int glyph(MemorySegment face, int codePoint) {
    try {
      return (int) getCharIndex.invokeExact(open(face), (long) codePoint);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Loads a glyph into the face's slot. */
  void load(MemorySegment face, int glyph, int flags) throws FontException {
    try {
      requireSuccess("glyph " + glyph, (int) loadGlyph.invokeExact(open(face), glyph, flags));
    } catch (FontException e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /**
   * What happens to glyphs that are loaded from now on.
   *
   * @param across their width is multiplied by this
   * @param up their height is multiplied by this
   * @param right pixels by which they are then moved
   */
  void place(MemorySegment face, double across, double up, double right) throws FontException {
    MethodHandle transform = setTransform.isPresent()
        ? setTransform.get()
        : find("FT_Set_Transform", FunctionDescriptor.ofVoid(POINTER, POINTER, POINTER));
    setTransform = Optional.of(transform);
    try (Arena arena = Arena.ofConfined()) {
      // FT_Matrix: xx, xy, yx, yy as 16.16 numbers; FT_Vector: x, y as 26.6 pixels.
      MemorySegment matrix =
          arena.allocateFrom(LONG, Math.round(across * 0x10000), 0, 0, Math.round(up * 0x10000));
      MemorySegment vector = arena.allocateFrom(LONG, Math.round(right * 64), 0);
      transform.invokeExact(open(face), matrix, vector);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      int _ = (int)
          find("FT_Done_FreeType", FunctionDescriptor.of(NUMBER, POINTER)).invokeExact(library);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** The segment, unless it points into memory that was freed. */
  private MemorySegment open(MemorySegment segment) {
    if (closed) {
      throw new IllegalStateException("FreeType was closed, its faces are gone");
    }
    return segment;
  }

  private MemorySegment initialised() throws FontException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment place = arena.allocate(POINTER);
      requireSuccess(LIBRARY, (int)
          find("FT_Init_FreeType", FunctionDescriptor.of(NUMBER, POINTER)).invokeExact(place));
      return place.get(ValueLayout.ADDRESS, 0);
    } catch (FontException e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private void requireKnownVersion() throws FontException {
    MethodHandle version =
        find("FT_Library_Version", FunctionDescriptor.ofVoid(POINTER, POINTER, POINTER, POINTER));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment major = arena.allocate(NUMBER);
      MemorySegment minor = arena.allocate(NUMBER);
      MemorySegment patch = arena.allocate(NUMBER);
      version.invokeExact(library, major, minor, patch);
      if (major.get(NUMBER, 0) != VERSION || minor.get(NUMBER, 0) < LEAST_MINOR) {
        throw new FontException("%s is version %d.%d, need %d.%d or a later %d"
            .formatted(
                LIBRARY,
                major.get(NUMBER, 0),
                minor.get(NUMBER, 0),
                VERSION,
                LEAST_MINOR,
                VERSION));
      }
    } catch (FontException e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static void requireSuccess(String what, int error) throws FontException {
    if (error != 0) {
      throw new FontException("%s: FreeType gives error 0x%02X".formatted(what, error));
    }
  }

  /** Is never unloaded: other fonts may be drawn with it. */
  private static SymbolLookup found(String name) throws FontException {
    try {
      return SymbolLookup.libraryLookup(name, Arena.global());
    } catch (IllegalArgumentException e) {
      throw new FontException(
          "library %s cannot be loaded, install Debian's libfreetype6".formatted(name), e);
    }
  }

  private MethodHandle find(String function, FunctionDescriptor descriptor) throws FontException {
    MemorySegment address = symbols
        .find(function)
        .orElseThrow(() -> new FontException("%s has no %s".formatted(LIBRARY, function)));
    return Linker.nativeLinker().downcallHandle(address, descriptor);
  }

  /** The handles throw nothing by themselves: what comes here is a mistake of ours. */
  private static RuntimeException unexpected(Throwable cause) {
    return switch (cause) {
      case Error error -> throw error;
      case RuntimeException exception -> exception;
      default -> new IllegalStateException(cause);
    };
  }
}
