package org.kashidashi.kiosk.screen.view;

import java.util.stream.Stream;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.display.GlassSize;
import org.kashidashi.hal.display.PanelGeometry;
import org.kashidashi.hal.display.TextSize;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Theme;

/**
 * A panel as it is sold, to measure touch targets on.
 *
 * @param width in pixels
 * @param height in pixels
 */
record SoldPanel(int width, int height, GlassSize glass, TextSize size) {
  /** For a method source. */
  static final String ALL = "org.kashidashi.kiosk.screen.view.SoldPanel#all";

  /** 7 and 10.1 inches, and one of 7 inches that stands upright; each with both sizes of text. */
  static Stream<SoldPanel> all() {
    return Stream.of(TextSize.values())
        .flatMap(size -> Stream.of(
            new SoldPanel(1024, 600, new GlassSize(154, 86), size),
            new SoldPanel(1280, 800, new GlassSize(217, 136), size),
            new SoldPanel(480, 800, new GlassSize(86, 154), size)));
  }

  PanelGeometry geometry() throws DisplayException {
    return PanelGeometry.fitting(width, height, glass, size, size.least(width, height));
  }

  double columnMillimetres() throws DisplayException {
    return (double) geometry().cellWidth() * glass.width() / width;
  }

  ScreenView view() throws DisplayException {
    PanelGeometry geometry = geometry();
    Grid grid = new Grid(geometry.cells(), geometry.rowsOf(PanelGeometry.TOUCH_MILLIMETRES));
    return new ScreenView(new Catalogue(), SampleStates.SITE, Theme.standard(), grid, grid);
  }
}
