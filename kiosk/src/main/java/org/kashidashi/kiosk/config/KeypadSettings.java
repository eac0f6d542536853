package org.kashidashi.kiosk.config;

import java.util.List;
import java.util.stream.Stream;

/** The ten-key pad. */
public record KeypadSettings(Driver driver, DeviceRule device, Keymap keymap, Enter enter) {
  /** What drives it. */
  public enum Driver {
    NONE,
    EVDEV
  }

  /** What its Enter stands for. */
  public enum Enter {
    CONFIRMS,
    IGNORED
  }

  static final Setting<Driver> DRIVER = Setting.otherwise(
          "keypad.driver", Forms.choice(Driver.class), Driver.NONE, "What drives the ten-key pad.")
      .onMachine();
  private static final DeviceRule.Section DEVICE =
      DeviceRule.Section.of("keypad.device", "ten-key pad");
  private static final Setting<Keymap> KEYMAP = Setting.otherwise(
          "keypad.keymap",
          Forms.choice(Keymap.class),
          Keymap.JP,
          "Where its * and # are, if it has them beside the number block.")
      .onMachine();
  private static final Setting<Enter> ENTER = Setting.otherwise(
          "keypad.enter",
          Forms.choice(Enter.class),
          Enter.CONFIRMS,
          "Whether Enter means the same as #, \"go on\".")
      .onMachine();
  static final List<Setting<?>> SETTINGS = Stream.concat(
          Stream.of(DRIVER, KEYMAP, ENTER), DEVICE.settings().stream())
      .toList();

  static KeypadSettings read(Values values) {
    Driver driver = values.get(DRIVER);
    return new KeypadSettings(
        driver, DEVICE.read(values, driver == Driver.EVDEV), values.get(KEYMAP), values.get(ENTER));
  }
}
