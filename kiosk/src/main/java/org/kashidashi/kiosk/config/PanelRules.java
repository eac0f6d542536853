package org.kashidashi.kiosk.config;

import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;

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
          TouchSettings.DRIVER, Problem.NOTHING_TO_PRESS.with(), Remedy.TOUCH_OR_KEYPAD.with());
    }
    if (configuration.signal().driver() == SignalSettings.Driver.TERMINAL) {
      values.add(
          SignalSettings.DRIVER,
          Problem.BELL_OF_A_TERMINAL.with(),
          Remedy.OTHER_OR_TERMINAL.with());
    }
  }
}
