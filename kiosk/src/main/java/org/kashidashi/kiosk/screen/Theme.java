package org.kashidashi.kiosk.screen;

/**
 * The library's own colours. White stands on both of them by 7:1 or more (WCAG 1.4.6).
 *
 * @param title the top of every screen, as 0xRRGGBB
 * @param button the button that leads on
 */
public record Theme(int title, int button) {
  private static final double LEAST_CONTRAST = 7;

  public Theme {
    if (contrastToWhite(title) < LEAST_CONTRAST || contrastToWhite(button) < LEAST_CONTRAST) {
      throw new IllegalArgumentException(
          "white on #%06x and #%06x, need contrasts of 7:1".formatted(title, button));
    }
  }

  public static Theme standard() {
    return new Theme(0x002255, 0x004499);
  }

  /** Whether white words can be read on the colour. */
  public static boolean isDark(int rgb) {
    return contrastToWhite(rgb) >= LEAST_CONTRAST;
  }

  /** The contrast ratio (WCAG 2.2, definition of contrast ratio). */
  private static double contrastToWhite(int rgb) {
    double luminance = 0.2126 * linear(rgb >> 16 & 0xFF)
        + 0.7152 * linear(rgb >> 8 & 0xFF)
        + 0.0722 * linear(rgb & 0xFF);
    return 1.05 / (luminance + 0.05);
  }

  private static double linear(int value) {
    double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
