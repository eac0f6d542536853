package org.kashidashi.kiosk.config;

/** Keeps apart what only a terminal brings, and what a frame buffer needs beside it. */
final class PanelRules {
  private PanelRules() {}

  static void check(Configuration configuration, Values values) {
    if (configuration.display().driver() != DisplaySettings.Driver.FRAMEBUFFER
        || !values.fit(DisplaySettings.DRIVER)) {
      return;
    }
    boolean touched = configuration.touch().driver() != TouchSettings.Driver.NONE;
    boolean typed = configuration.keypad().driver() != KeypadSettings.Driver.NONE;
    if (!touched && !typed && values.fit(TouchSettings.DRIVER, KeypadSettings.DRIVER)) {
      values.add(
          TouchSettings.DRIVER,
          "a panel on which nobody can press anything",
          "set touch.driver or keypad.driver to \"evdev\"");
    }
    if (configuration.signal().driver() == SignalSettings.Driver.TERMINAL) {
      values.add(
          SignalSettings.DRIVER,
          "the bell of a terminal, and the panel is none",
          "take another one, or set display.driver = \"terminal\"");
    }
  }
}
