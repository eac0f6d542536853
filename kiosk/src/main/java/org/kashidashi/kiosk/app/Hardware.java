package org.kashidashi.kiosk.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kashidashi.hal.barcode.BarcodeScanner;
import org.kashidashi.hal.barcode.NoScanner;
import org.kashidashi.hal.card.CardReader;
import org.kashidashi.hal.card.ReaderUnavailableException;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.driver.escpos.EscPosPrinter;
import org.kashidashi.hal.driver.escpos.EscPosSettings;
import org.kashidashi.hal.driver.escpos.PrinterLine;
import org.kashidashi.hal.driver.evdev.EvdevScanner;
import org.kashidashi.hal.driver.evdev.EvdevScannerSettings;
import org.kashidashi.hal.driver.evdev.InputDevices;
import org.kashidashi.hal.driver.gpio.GpioLines;
import org.kashidashi.hal.driver.pcsc.PcscCardReader;
import org.kashidashi.hal.driver.pcsc.PcscSettings;
import org.kashidashi.hal.driver.pcsc.ReaderRule;
import org.kashidashi.hal.driver.serial.ScanFrame;
import org.kashidashi.hal.driver.serial.SerialScanner;
import org.kashidashi.hal.driver.serial.SerialSettings;
import org.kashidashi.hal.driver.terminal.TerminalBell;
import org.kashidashi.hal.driver.terminal.TerminalPanel;
import org.kashidashi.hal.input.InputGuard;
import org.kashidashi.hal.input.NoSwitches;
import org.kashidashi.hal.input.Switches;
import org.kashidashi.hal.printer.NoPrinter;
import org.kashidashi.hal.printer.ReceiptPrinter;
import org.kashidashi.hal.signal.NoSignal;
import org.kashidashi.hal.signal.Signal;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.SimPrinter;
import org.kashidashi.hal.sim.SimScanner;
import org.kashidashi.hal.sim.SimSignal;
import org.kashidashi.hal.speech.SpeechOutput;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.PrinterSettings;
import org.kashidashi.kiosk.config.ReaderSettings;
import org.kashidashi.kiosk.config.ScannerSettings;
import org.kashidashi.kiosk.config.SignalSettings;

/** Opens the devices that a configuration names. */
final class Hardware {
  /** Longer than the card's own patience for one command (card.md 5.1). */
  private static final Duration COMMAND_LIMIT = Duration.ofSeconds(4);

  private static final int NARROW_PAPER = 58;

  private Hardware() {}

  /**
   * Opens them all, or none.
   *
   * @param panel stays the caller's to close, after these
   */
  static Devices open(Configuration configuration, Panel panel) throws ReaderUnavailableException {
    try (Opened opened = new Opened()) {
      Optional<GpioLines> gpio = GpioHardware.open(configuration);
      gpio.ifPresent(lines -> opened.add(lines, GpioLines::close));
      Switches switches = gpio.<Switches>map(GpioLines::switches).orElseGet(NoSwitches::new);
      Devices devices = new Devices(
          opened.add(reader(configuration.reader()), CardReader::close),
          opened.add(scanner(configuration.scanner()), BarcodeScanner::close),
          opened.add(printer(configuration.printer()), ReceiptPrinter::close),
          opened.add(signal(configuration.signal(), panel.terminal(), gpio), Signal::close),
          opened.add(SoundHardware.speech(configuration.speech()), SpeechOutput::close),
          switches,
          opened.add(PanelHardware.guard(configuration), InputGuard::close),
          gpio);
      opened.keep();
      return devices;
    }
  }

  static CardReader reader(ReaderSettings settings) throws ReaderUnavailableException {
    return switch (settings.driver()) {
      case PCSC ->
        PcscCardReader.open(
            new PcscSettings(rule(settings.name()), settings.library(), COMMAND_LIMIT),
            System::nanoTime);
      case SIMULATED -> SimCardReader.inRealTime("simulated reader");
    };
  }

  /** Without a name, the one contactless reader there is; with a name, the one called so. */
  static ReaderRule rule(String name) {
    if (name.equals("*")) {
      return ReaderRule.anyContactless();
    }
    String pattern = Arrays.stream(name.split("\\*", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*", "^", "$"));
    return new ReaderRule(pattern, ReaderRule.Slot.ANY);
  }

  static BarcodeScanner scanner(ScannerSettings settings) {
    return switch (settings.driver()) {
      case SERIAL -> {
        Path path = settings.path().orElseThrow();
        yield new SerialScanner(path.toString(), serial(path, settings));
      }
      case EVDEV ->
        new EvdevScanner(
            "scanner",
            new EvdevScannerSettings(
                PanelHardware.rule(settings.device()),
                PanelHardware.keymap(settings.keymap()),
                settings.silence()),
            InputDevices.ofKernel());
      case TERMINAL -> new NoScanner();
      case SIMULATED -> SimScanner.pluggedIn("simulated scanner");
    };
  }

  static ReceiptPrinter printer(PrinterSettings settings) {
    return switch (settings.driver()) {
      case NONE -> new NoPrinter();
      case ESCPOS -> new EscPosPrinter(escPos(settings), FontList.debian());
      case SIMULATED -> new SimPrinter(settings.columns());
    };
  }

  private static SerialSettings serial(Path path, ScannerSettings settings) {
    SerialSettings.Parity parity = switch (settings.parity()) {
      case NONE -> SerialSettings.Parity.NONE;
      case ODD -> SerialSettings.Parity.ODD;
      case EVEN -> SerialSettings.Parity.EVEN;
    };
    return new SerialSettings(
        path,
        settings.baud(),
        settings.dataBits(),
        parity,
        settings.stopBits(),
        new ScanFrame(settings.prefix(), settings.suffix()));
  }

  private static EscPosSettings escPos(PrinterSettings settings) {
    Path path = settings.path().orElseThrow();
    PrinterLine line = switch (settings.line()) {
      case USB -> new PrinterLine.Usb(path);
      case SERIAL -> new PrinterLine.Serial(path, settings.baud(), flow(settings.flow()));
    };
    EscPosSettings.Cut cut = switch (settings.cut()) {
      case PARTIAL -> EscPosSettings.Cut.PARTIAL;
      case FULL -> EscPosSettings.Cut.FULL;
      case NONE -> EscPosSettings.Cut.NONE;
    };
    return new EscPosSettings(
        line,
        settings.paper() == NARROW_PAPER ? EscPosSettings.Paper.MM_58 : EscPosSettings.Paper.MM_80,
        cut,
        settings.confirming(),
        EscPosSettings.USUAL_PATIENCE);
  }

  private static PrinterLine.FlowControl flow(PrinterSettings.Flow flow) {
    return switch (flow) {
      case NONE -> PrinterLine.FlowControl.NONE;
      case HARDWARE -> PrinterLine.FlowControl.HARDWARE;
      case XON_XOFF -> PrinterLine.FlowControl.XON_XOFF;
    };
  }

  static Signal signal(
      SignalSettings settings, Optional<TerminalPanel> terminal, Optional<GpioLines> gpio) {
    return switch (settings.driver()) {
      case NONE -> new NoSignal();
      case GPIO -> gpio.<Signal>map(GpioLines::signal).orElseGet(NoSignal::new);
      case AUDIO -> SoundHardware.tones(settings, gpio);
      case TERMINAL -> new TerminalBell(terminal.orElseThrow());
      case SIMULATED -> new SimSignal();
    };
  }
}
