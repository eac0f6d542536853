package org.kashidashi.kiosk.app;

import com.googlecode.lanterna.TerminalSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kashidashi.hal.barcode.BarcodeScanner;
import org.kashidashi.hal.card.CardReader;
import org.kashidashi.hal.card.ReaderUnavailableException;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.driver.pcsc.PcscCardReader;
import org.kashidashi.hal.driver.pcsc.PcscSettings;
import org.kashidashi.hal.driver.pcsc.ReaderRule;
import org.kashidashi.hal.driver.serial.SerialScanner;
import org.kashidashi.hal.driver.serial.SerialSettings;
import org.kashidashi.hal.driver.terminal.TerminalBell;
import org.kashidashi.hal.driver.terminal.TerminalPanel;
import org.kashidashi.hal.printer.NoPrinter;
import org.kashidashi.hal.printer.ReceiptPrinter;
import org.kashidashi.hal.signal.NoSignal;
import org.kashidashi.hal.signal.Signal;
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.SimPrinter;
import org.kashidashi.hal.sim.SimScanner;
import org.kashidashi.hal.sim.SimSignal;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.DisplaySettings;
import org.kashidashi.kiosk.config.PrinterSettings;
import org.kashidashi.kiosk.config.ReaderSettings;
import org.kashidashi.kiosk.config.ScannerSettings;
import org.kashidashi.kiosk.config.SignalSettings;

/** Opens the devices that a configuration names. */
final class Hardware {
  /** Longer than the card's own patience for one command (card.md 5.1). */
  private static final Duration COMMAND_LIMIT = Duration.ofSeconds(4);

  private Hardware() {}

  /**
   * Opens them all.
   *
   * @param panel stays the caller's to close, after these
   */
  static Devices open(Configuration configuration, Panel panel) throws ReaderUnavailableException {
    return new Devices(
        reader(configuration.reader()),
        scanner(configuration.scanner()),
        printer(configuration.printer()),
        signal(configuration.signal(), panel));
  }

  static Panel panel(Configuration configuration) throws DisplayException {
    DisplaySettings settings = configuration.display();
    TerminalSize size = new TerminalSize(settings.columns(), settings.rows());
    return Panel.of(
        settings.tty().isPresent()
            ? TerminalPanel.onDevice(settings.tty().get(), size)
            : TerminalPanel.onStandardStreams(size));
  }

  private static CardReader reader(ReaderSettings settings) throws ReaderUnavailableException {
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

  private static BarcodeScanner scanner(ScannerSettings settings) {
    return switch (settings.driver()) {
      case SERIAL -> {
        Path path = settings.path().orElseThrow();
        yield new SerialScanner(path.toString(), SerialSettings.of(path, settings.baud()));
      }
      case SIMULATED -> SimScanner.pluggedIn("simulated scanner");
    };
  }

  private static ReceiptPrinter printer(PrinterSettings settings) {
    return switch (settings.driver()) {
      case NONE -> new NoPrinter();
      case SIMULATED -> new SimPrinter(settings.columns());
    };
  }

  private static Signal signal(SignalSettings settings, Panel panel) {
    return switch (settings.driver()) {
      case NONE -> new NoSignal();
      case TERMINAL -> new TerminalBell(panel.terminal().orElseThrow());
      case SIMULATED -> new SimSignal();
    };
  }
}
