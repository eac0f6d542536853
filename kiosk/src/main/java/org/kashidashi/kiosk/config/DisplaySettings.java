package org.kashidashi.kiosk.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;

/**
 * The panel.
 *
 * @param path the frame buffer's device
 * @param sysfs where the kernel describes it; empty for the usual place
 * @param rotation degrees clockwise
 * @param widthMm of the glass as its data sheet says; 0 if not known
 * @param heightMm likewise
 * @param consoles the kernel's text consoles to be kept from drawing on it
 * @param tty of a terminal; empty for the one in which the program was started
 * @param columns of a terminal
 * @param rows of a terminal
 */
public record DisplaySettings(
    Driver driver,
    Path path,
    Optional<Path> sysfs,
    int rotation,
    int widthMm,
    int heightMm,
    List<Path> consoles,
    Optional<Path> tty,
    int columns,
    int rows) {
  /** What drives it. */
  public enum Driver {
    FRAMEBUFFER,
    TERMINAL
  }

  private static final int LARGEST_MM = 2_000;
  private static final int MOST_CONSOLES = 4;
  static final Setting<Driver> DRIVER = Setting.otherwise(
          "display.driver",
          Forms.choice(Driver.class),
          Driver.TERMINAL,
          "What drives the panel: the kernel's frame buffer, or a terminal, which on the console needs"
              + " the role admin.")
      .onMachine();
  private static final Setting<Path> PATH = Setting.otherwise(
          "display.path", Forms.path(), Path.of("/dev/fb0"), "The frame buffer's device.")
      .onMachineAsDevice();
  private static final Setting<Optional<Path>> SYSFS = Setting.otherwise(
      "display.sysfs",
      Forms.optionalPath(),
      Optional.empty(),
      "Where the kernel describes the frame buffer; empty for `/sys/class/graphics/` and the name of"
          + " the device.");
  private static final Setting<Integer> ROTATION = Setting.otherwise(
          "display.rotation",
          new NumberForm(0, 90, 180, 270),
          0,
          "How many degrees clockwise the picture is turned on the frame buffer.")
      .onMachine();
  private static final Setting<Integer> WIDTH_MM = Setting.otherwise(
          "display.width_mm",
          new WholeForm(0, LARGEST_MM),
          0,
          "Width of the panel's picture before rotation, from its data sheet, so that buttons are large"
              + " enough for a finger; 0 if not known.")
      .onMachine();
  private static final Setting<Integer> HEIGHT_MM = Setting.otherwise(
          "display.height_mm", new WholeForm(0, LARGEST_MM), 0, "Its height.")
      .onMachine();
  private static final Setting<List<Path>> CONSOLES = Setting.otherwise(
          "display.consoles",
          new ListForm<>(Forms.path(), MOST_CONSOLES),
          List.of(),
          "The kernel's text consoles that would draw over the screens, such as `/dev/tty1`; none if the"
              + " kernel's command line keeps them away already.")
      .onMachineAsDevice();
  static final Setting<Optional<Path>> TTY = Setting.otherwise(
      "display.tty",
      Forms.optionalPath(),
      Optional.empty(),
      "The terminal of the driver `terminal`, and no line of `console.lines`; empty for the one in"
          + " which the program was started.");
  private static final Setting<Integer> COLUMNS = Setting.otherwise(
          "display.columns",
          new WholeForm(60, 200),
          60,
          "How many columns a terminal's panel has; a Japanese character takes two.")
      .onMachine();
  private static final Setting<Integer> ROWS = Setting.otherwise(
          "display.rows", new WholeForm(22, 100), 22, "How many rows a terminal's panel has.")
      .onMachine();
  static final List<Setting<?>> SETTINGS =
      List.of(DRIVER, PATH, SYSFS, ROTATION, WIDTH_MM, HEIGHT_MM, CONSOLES, TTY, COLUMNS, ROWS);

  static DisplaySettings read(Values values) {
    DisplaySettings display = new DisplaySettings(
        values.get(DRIVER),
        values.get(PATH),
        values.get(SYSFS),
        values.get(ROTATION),
        values.get(WIDTH_MM),
        values.get(HEIGHT_MM),
        values.get(CONSOLES),
        values.get(TTY),
        values.get(COLUMNS),
        values.get(ROWS));
    if (values.fit(WIDTH_MM, HEIGHT_MM) && (display.widthMm == 0) != (display.heightMm == 0)) {
      values.add(HEIGHT_MM, Problem.SIZE_HALF_KNOWN.with(), Remedy.BOTH_OR_NEITHER.with());
    }
    return display;
  }
}
