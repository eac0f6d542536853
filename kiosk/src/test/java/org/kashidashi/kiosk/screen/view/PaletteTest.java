package org.kashidashi.kiosk.screen.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TextColor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.hal.display.CellStyle;
import org.kashidashi.kiosk.screen.Theme;

final class PaletteTest {
  /** WCAG 1.4.6. */
  private static final double CONTRAST_MINIMUM = 7.0;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FRAME")
  void standsOutFromItsGround(Ink ink) {
    assertStandsOut(Palette.standard(Theme.standard()).of(ink));
    assertStandsOut(Palette.highContrast().of(ink));
  }

  private static void assertStandsOut(CellStyle style) {
    double one = luminance(style.foreground()) + 0.05;
    double other = luminance(style.background()) + 0.05;
    double contrast = Math.max(one, other) / Math.min(one, other);
    assertTrue(contrast >= CONTRAST_MINIMUM, () -> "%.1f:1 in %s".formatted(contrast, style));
  }

  private static double luminance(TextColor colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(int value) {
    double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
