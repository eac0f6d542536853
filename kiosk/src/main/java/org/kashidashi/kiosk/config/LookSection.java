package org.kashidashi.kiosk.config;

import java.util.List;
import org.kashidashi.kiosk.screen.Theme;

/** Reads the library's own colours. */
final class LookSection {
  private static final Setting<Integer> TITLE = Setting.otherwise(
      "look.title", Forms.darkColour(), Theme.standard().title(), "The ground of the title line.");
  private static final Setting<Integer> BUTTON = Setting.otherwise(
      "look.button",
      Forms.darkColour(),
      Theme.standard().button(),
      "The ground of the button that leads on.");
  static final List<Setting<?>> SETTINGS = List.of(TITLE, BUTTON);

  private LookSection() {}

  static Theme read(Values values) {
    return new Theme(values.get(TITLE), values.get(BUTTON));
  }
}
