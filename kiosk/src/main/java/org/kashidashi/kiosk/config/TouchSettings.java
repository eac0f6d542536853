package org.kashidashi.kiosk.config;

import java.util.List;
import java.util.stream.Stream;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;

/**
 * The touch panel over a frame buffer.
 *
 * @param rotation degrees clockwise, as the display's
 * @param calibration six numbers of an affine map, or none
 */
public record TouchSettings(
    Driver driver, DeviceRule device, int rotation, List<Double> calibration) {
  /** What drives it. */
  public enum Driver {
    NONE,
    EVDEV
  }

  private static final int CALIBRATION_NUMBERS = 6;
  static final Setting<Driver> DRIVER = Setting.otherwise(
          "touch.driver",
          Forms.choice(Driver.class),
          Driver.NONE,
          "What drives the touch panel; a panel on a terminal brings its own.")
      .onMachine();
  private static final DeviceRule.Section DEVICE =
      DeviceRule.Section.of("touch.device", "touch panel");
  private static final Setting<Integer> ROTATION = Setting.otherwise(
          "touch.rotation",
          new NumberForm(0, 90, 180, 270),
          0,
          "How many degrees clockwise the picture is turned; the same as `display.rotation`, unless the"
              + " touch panel turns by itself.")
      .onMachine();
  private static final Setting<List<Double>> CALIBRATION = Setting.otherwise(
          "touch.calibration",
          new ListForm<>(new DecimalForm(-100, 100), CALIBRATION_NUMBERS),
          List.of(),
          "Six numbers a, b, c, d, e, f that correct a touch at (x, y), both 0 to 1, to"
              + " (ax + by + c, dx + ey + f); without them nothing is corrected.")
      .onMachine();
  static final List<Setting<?>> SETTINGS = Stream.concat(
          Stream.of(DRIVER, ROTATION, CALIBRATION), DEVICE.settings().stream())
      .toList();

  static TouchSettings read(Values values) {
    Driver driver = values.get(DRIVER);
    TouchSettings touch = new TouchSettings(
        driver,
        DEVICE.read(values, driver == Driver.EVDEV),
        values.get(ROTATION),
        values.get(CALIBRATION));
    int numbers = touch.calibration.size();
    if (values.fit(CALIBRATION) && numbers != 0 && numbers != CALIBRATION_NUMBERS) {
      values.add(CALIBRATION, Problem.CALIBRATION_NUMBERS.with(numbers), Remedy.SIX_OR_NONE.with());
    }
    return touch;
  }
}
