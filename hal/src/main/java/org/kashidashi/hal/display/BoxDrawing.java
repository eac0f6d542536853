package org.kashidashi.hal.display;

import java.util.Optional;

/**
 * Draws box drawing characters and block elements from edge to edge, so that they join whatever the
 * font, in whole pixels.
 */
final class BoxDrawing {
  /**
   * Each character and its arms: up, right, down, left; 0 is none, 1 light, 2 heavy, 3 double.
   * Rounded corners are drawn square.
   */
  private static final String ARMS =
      "─0101 │1010 ┌0110 ┐0011 └1100 ┘1001 ├1110 ┤1011 ┬0111 ┴1101 ┼1111 "
          + "╭0110 ╮0011 ╰1100 ╯1001 "
          + "━0202 ┃2020 ┏0220 ┓0022 ┗2200 ┛2002 ┣2220 ┫2022 ┳0222 ┻2202 ╋2222 "
          + "┝1210 ┥1012 ┠2120 ┨2021 ┯0212 ┷1202 ┰0121 ┸2101 ┿1212 ╂2121 "
          + "═0303 ║3030 ╔0330 ╗0033 ╚3300 ╝3003 ╠3330 ╣3033 ╦0333 ╩3303 ╬3333 "
          + "╟3130 ╢3031 ╞1310 ╡1013 ╤0313 ╧1303 ╥0131 ╨3101 ╪1313 ╫3131 ";

  private final byte[] mask;
  private final int width;
  private final int height;
  private final int thin;

  private BoxDrawing(int width, int height) {
    this.mask = new byte[width * height];
    this.width = width;
    this.height = height;
    this.thin = Math.max(1, height / 16);
  }

  /** Empty for every other character, which a font has to draw. */
  static Optional<byte[]> mask(String grapheme, int width, int height) {
    int codePoint = grapheme.codePointAt(0);
    if (codePoint < 0x2500 || codePoint > 0x259F) {
      return Optional.empty();
    }
    BoxDrawing drawing = new BoxDrawing(width, height);
    int entry = ARMS.indexOf(codePoint);
    if (entry >= 0) {
      drawing.lines(ARMS.substring(entry + 1, entry + 5));
      return Optional.of(drawing.mask);
    }
    return drawing.block(codePoint) ? Optional.of(drawing.mask) : Optional.empty();
  }

  private void lines(String arms) {
    for (int i = 0; i < 4; i++) {
      if (arms.charAt(i) == '3') {
        arm(i, 3 * thin, -(3 * thin) / 2, 255);
      }
    }
    for (int i = 0; i < 4; i++) {
      if (arms.charAt(i) == '3') {
        arm(i, thin, -thin / 2, 0);
      }
    }
    boolean besideDouble = arms.contains("3");
    for (int i = 0; i < 4; i++) {
      int thickness = arms.charAt(i) == '1' ? thin : arms.charAt(i) == '2' ? 2 * thin : 0;
      if (thickness > 0) {
        arm(i, thickness, besideDouble && !crossesDouble(arms, i) ? thin : -thickness / 2, 255);
      }
    }
  }

  /** Whether a single line goes on through a double one: ╪ and ╫. */
  private static boolean crossesDouble(String arms, int arm) {
    return arms.charAt((arm + 2) % 4) == arms.charAt(arm);
  }

  /** A bar from the edge to {@code gap} pixels before the centre, or behind it if negative. */
  private void arm(int direction, int thickness, int gap, int coverage) {
    int middleX = width / 2;
    int middleY = height / 2;
    int x = middleX - thickness / 2;
    int y = middleY - thickness / 2;
    switch (direction) {
      case 0 -> fill(x, 0, x + thickness, middleY - gap, coverage);
      case 1 -> fill(middleX + gap, y, width, y + thickness, coverage);
      case 2 -> fill(x, middleY + gap, x + thickness, height, coverage);
      case 3 -> fill(0, y, middleX - gap, y + thickness, coverage);
      default -> throw new AssertionError("direction " + direction);
    }
  }

  private boolean block(int codePoint) {
    if (codePoint == 0x2580) {
      fill(0, 0, width, height / 2, 255);
    } else if (codePoint >= 0x2581 && codePoint <= 0x2588) {
      fill(0, height - height * (codePoint - 0x2580) / 8, width, height, 255);
    } else if (codePoint >= 0x2589 && codePoint <= 0x258F) {
      fill(0, 0, width * (0x2590 - codePoint) / 8, height, 255);
    } else if (codePoint == 0x2590) {
      fill(width / 2, 0, width, height, 255);
    } else if (codePoint >= 0x2591 && codePoint <= 0x2593) {
      fill(0, 0, width, height, 64 * (codePoint - 0x2590));
    } else {
      return false;
    }
    return true;
  }

  private void fill(int left, int top, int right, int bottom, int coverage) {
    for (int y = Math.max(0, top); y < Math.min(height, bottom); y++) {
      for (int x = Math.max(0, left); x < Math.min(width, right); x++) {
        mask[y * width + x] = (byte) coverage;
      }
    }
  }
}
