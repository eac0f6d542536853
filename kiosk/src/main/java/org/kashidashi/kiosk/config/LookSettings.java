package org.kashidashi.kiosk.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kashidashi.kiosk.screen.Theme;

/**
 * The library's own colours and its logo.
 *
 * @param title the ground of the title line, as 0xRRGGBB
 * @param button the ground of the button that leads on
 * @param logo a PNG file; empty for none
 */
public record LookSettings(int title, int button, Optional<Path> logo) {
  private static final Setting<Integer> TITLE = Setting.otherwise(
          "look.title",
          Forms.darkColour(),
          Theme.standard().title(),
          "The ground of the title line.")
      .onMachine();
  private static final Setting<Integer> BUTTON = Setting.otherwise(
          "look.button",
          Forms.darkColour(),
          Theme.standard().button(),
          "The ground of the button that leads on.")
      .onMachine();
  private static final Setting<Optional<Path>> LOGO = Setting.otherwise(
      "look.logo",
      Forms.optionalPath(),
      Optional.empty(),
      "The library's sign at the right of the first screen's title, as a PNG file (grey, RGB or RGBA"
          + " of 8 bits, not interlaced, at most 1024 x 1024 pixels and 256 KB); it is shrunk to the"
          + " room there is. A terminal shows none.");
  static final List<Setting<?>> SETTINGS = List.of(TITLE, BUTTON, LOGO);

  static LookSettings read(Values values) {
    return new LookSettings(values.get(TITLE), values.get(BUTTON), values.get(LOGO));
  }

  public Theme theme() {
    return new Theme(title, button);
  }
}
