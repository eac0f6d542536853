package org.kashidashi.kiosk.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;

/**
 * The receipt printer.
 *
 * @param columns of the simulated printer
 * @param path its device; present with the driver escpos
 * @param baud of a serial line
 * @param flow how it says on a serial line that its buffer is full
 * @param paper width in millimetres
 * @param confirming whether it says that a slip is out
 * @param titles whether titles stand on slips
 * @param allLoans whether receipts list what the patron had on loan before
 */
public record PrinterSettings(
    Driver driver,
    int columns,
    Optional<Path> path,
    Line line,
    int baud,
    Flow flow,
    int paper,
    Cut cut,
    boolean confirming,
    boolean titles,
    boolean allLoans) {
  /** What drives it. */
  public enum Driver {
    NONE,
    ESCPOS,
    SIMULATED
  }

  /** How it is connected. */
  public enum Line {
    USB,
    SERIAL
  }

  /** How it says that its buffer is full. */
  public enum Flow {
    NONE,
    HARDWARE,
    XON_XOFF
  }

  /** How a slip is parted from the roll. */
  public enum Cut {
    PARTIAL,
    FULL,
    NONE
  }

  static final Setting<Driver> DRIVER = Setting.otherwise(
          "printer.driver",
          Forms.choice(Driver.class),
          Driver.NONE,
          "What drives the receipt printer; without one, due dates are shown on the screen alone.")
      .onMachine();
  private static final Setting<Integer> COLUMNS = Setting.otherwise(
          "printer.columns",
          new WholeForm(24, 80),
          32,
          "How many columns a receipt of the simulated printer has; a Japanese character takes two.")
      .onMachine();
  static final Setting<Optional<Path>> PATH = Setting.otherwise(
          "printer.path",
          Forms.optionalPath(),
          Optional.empty(),
          "The printer's device, such as `/dev/usb/lp0` or `/dev/ttyUSB0`, and no line of"
              + " `console.lines`. Needed with the driver `escpos`. On the console a serial line needs"
              + " the role admin.")
      .onMachineAsDevice();
  private static final Setting<Line> LINE = Setting.otherwise(
          "printer.line", Forms.choice(Line.class), Line.USB, "How it is connected.")
      .onMachine();
  private static final Setting<Integer> BAUD = Setting.otherwise(
          "printer.baud",
          new NumberForm(9600, 19200, 38400, 57600, 115200),
          115200,
          "Bits a second on a serial line, as the printer is set.")
      .onMachine();
  private static final Setting<Flow> FLOW = Setting.otherwise(
          "printer.flow",
          Forms.choice(Flow.class),
          Flow.HARDWARE,
          "How it says on a serial line that its buffer is full: by RTS/CTS, by XON/XOFF, or not at all"
              + " where the line is USB in truth.")
      .onMachine();
  private static final Setting<Integer> PAPER = Setting.otherwise(
          "printer.paper", new NumberForm(58, 80), 80, "Width of the paper in millimetres.")
      .onMachine();
  private static final Setting<Cut> CUT = Setting.otherwise(
          "printer.cut",
          Forms.choice(Cut.class),
          Cut.PARTIAL,
          "How a receipt is cut off; `none` for a tear bar.")
      .onMachine();
  private static final Setting<Boolean> CONFIRMING = Setting.otherwise(
          "printer.confirming",
          new FlagForm(),
          true,
          "Whether the printer answers the command GS r, which tells that a receipt is out; set it to"
              + " false only if every receipt is reported as E-304 though it came out.")
      .onMachine();
  private static final Setting<Boolean> TITLES = Setting.otherwise(
      "printer.titles",
      new FlagForm(),
      true,
      "Whether titles stand on receipts; without them, loans are numbered.");
  private static final Setting<Boolean> ALL_LOANS = Setting.otherwise(
      "printer.all_loans",
      new FlagForm(),
      false,
      "Whether receipts also list what the patron had on loan before, with due dates. Whoever finds"
          + " such a receipt learns more of the patron.");
  static final List<Setting<?>> SETTINGS =
      List.of(DRIVER, COLUMNS, PATH, LINE, BAUD, FLOW, PAPER, CUT, CONFIRMING, TITLES, ALL_LOANS);

  static PrinterSettings read(Values values) {
    PrinterSettings printer = new PrinterSettings(
        values.get(DRIVER),
        values.get(COLUMNS),
        values.get(PATH),
        values.get(LINE),
        values.get(BAUD),
        values.get(FLOW),
        values.get(PAPER),
        values.get(CUT),
        values.get(CONFIRMING),
        values.get(TITLES),
        values.get(ALL_LOANS));
    if (values.fit(DRIVER, PATH) && printer.driver == Driver.ESCPOS && printer.path.isEmpty()) {
      values.add(PATH, Problem.MISSING.with(), Remedy.PRINTER_DEVICE.with());
    }
    return printer;
  }
}
