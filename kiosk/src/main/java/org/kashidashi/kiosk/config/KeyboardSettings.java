package org.kashidashi.kiosk.config;

import java.util.List;
import org.kashidashi.kiosk.config.mistake.Allowed;

/**
 * Keyboards that are neither scanner nor ten-key pad.
 *
 * @param guard whether they are silenced
 * @param expected vendor:product of those that are built in and are no fault
 */
public record KeyboardSettings(boolean guard, List<String> expected) {
  private static final int MOST_EXPECTED = 8;
  static final Setting<Boolean> GUARD = Setting.follows(
      "keyboards.guard",
      new FlagForm(),
      "`true` with a frame buffer, `false` with a terminal",
      "Whether every keyboard that no other section names is silenced, and told as E-307.");
  private static final Setting<List<String>> EXPECTED = Setting.otherwise(
          "keyboards.expected",
          new ListForm<>(
              Forms.text("[0-9a-fA-F]{4}:[0-9a-fA-F]{4}", Allowed.PRODUCT.with(), "0c2e:0206"),
              MOST_EXPECTED),
          List.of(),
          "Keyboards that are built in and never used, such as one in the screen's cable: they are"
              + " silenced, and no fault.")
      .onMachine();
  static final List<Setting<?>> SETTINGS = List.of(GUARD, EXPECTED);

  /** An appliance has no keyboard for people, while a terminal has nothing else. */
  static KeyboardSettings read(Values values, DisplaySettings display) {
    boolean appliance = display.driver() == DisplaySettings.Driver.FRAMEBUFFER;
    return new KeyboardSettings(values.get(GUARD, appliance), values.get(EXPECTED));
  }
}
