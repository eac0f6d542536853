package org.kashidashi.kiosk.app;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kashidashi.hal.barcode.BarcodeScanner;
import org.kashidashi.hal.card.CardReader;
import org.kashidashi.hal.card.ReaderUnavailableException;
import org.kashidashi.hal.card.jpki.JpkiReader;
import org.kashidashi.hal.display.DisplayException;
import org.kashidashi.hal.driver.gpio.GpioLines;
import org.kashidashi.hal.printer.ReceiptPrinter;
import org.kashidashi.hal.signal.Lamp;
import org.kashidashi.hal.signal.NoSignal;
import org.kashidashi.hal.signal.Signal;
import org.kashidashi.hal.speech.SpeechOutput;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.DisplaySettings;
import org.kashidashi.kiosk.config.SignalSettings;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Check;
import org.kashidashi.kiosk.diagnosis.check.CardCheck;
import org.kashidashi.kiosk.diagnosis.check.CheckRun;
import org.kashidashi.kiosk.diagnosis.check.DatabaseCheck;
import org.kashidashi.kiosk.diagnosis.check.DisplayCheck;
import org.kashidashi.kiosk.diagnosis.check.LampsCheck;
import org.kashidashi.kiosk.diagnosis.check.NetworkCheck;
import org.kashidashi.kiosk.diagnosis.check.Pause;
import org.kashidashi.kiosk.diagnosis.check.Place;
import org.kashidashi.kiosk.diagnosis.check.PrinterCheck;
import org.kashidashi.kiosk.diagnosis.check.ReaderCheck;
import org.kashidashi.kiosk.diagnosis.check.ScannerCheck;
import org.kashidashi.kiosk.diagnosis.check.SoundCheck;
import org.kashidashi.kiosk.diagnosis.check.TouchCheck;
import org.kashidashi.kiosk.diagnosis.check.TouchCorrection;
import org.kashidashi.kiosk.diagnosis.facts.Machine;
import org.kashidashi.kiosk.diagnosis.offline.Doors;
import org.kashidashi.kiosk.diagnosis.offline.MissingDeviceException;
import org.kashidashi.sync.circulation.barcode.BarcodeReading;
import org.kashidashi.sync.store.StoreInspection;

/** Opens the devices of a machine on which no kiosk runs. One thread. */
final class MachineDoors implements Doors {
  private final Configuration configuration;
  private final Machine machine;
  private final JpkiReader jpki;
  private final Map<Check, Way> ways = new EnumMap<>(Check.class);

  private interface Way {
    Opened open() throws MissingDeviceException;
  }

  MachineDoors(Configuration configuration, Machine machine, JpkiReader jpki) {
    this.configuration = configuration;
    this.machine = machine;
    this.jpki = jpki;
    ways.put(
        Check.READER,
        () -> reader(reader -> new ReaderCheck(reader, Place.here(), System::nanoTime)));
    ways.put(
        Check.CARD,
        () -> reader(reader -> new CardCheck(reader, this.jpki, Place.here(), System::nanoTime)));
    ways.put(Check.SCANNER, this::scanner);
    ways.put(
        Check.DISPLAY,
        () -> panel(glass -> new DisplayCheck(glass, Pause.real(), KioskChecks.LOOK)));
    ways.put(Check.TOUCH, () -> panel(glass -> new TouchCheck(glass, System::nanoTime)));
    ways.put(Check.PRINTER, this::printer);
    ways.put(
        Check.LAMPS,
        () -> signal(signal ->
            new LampsCheck(signal, Place.here(), () -> Lamp.OFF, Pause.real(), KioskChecks.LOOK)));
    ways.put(Check.SOUND, this::sound);
    ways.put(Check.NETWORK, () -> new Opened(new NetworkCheck(this.machine), () -> {}));
    ways.put(Check.DATABASE, () -> new Opened(database(), () -> {}));
    ways.keySet().removeIf(check -> Parts.absent(configuration).contains(check.part()));
  }

  @Override
  public boolean has(Check check) {
    return ways.containsKey(check);
  }

  @Override
  public Opened open(Check check) throws MissingDeviceException {
    Way way = ways.get(check);
    if (way == null) {
      throw new IllegalArgumentException("the configuration has nothing for " + check);
    }
    return way.open();
  }

  @Override
  public Correcting correcting() throws MissingDeviceException {
    Panel panel = panel();
    DirectGlass glass = new DirectGlass(panel, Parts.touchable(configuration));
    return new Correcting(
        new TouchCorrection(
            glass,
            configuration.touch().calibration(),
            configuration.touch().rotation(),
            System::nanoTime),
        panel::close);
  }

  private Opened reader(Function<CardReader, CheckRun> check) throws MissingDeviceException {
    try {
      CardReader reader = Hardware.reader(configuration.reader());
      return new Opened(check.apply(reader), reader::close);
    } catch (ReaderUnavailableException missing) {
      throw new MissingDeviceException(Cause.READER_SERVICE_DOWN, missing);
    }
  }

  private Opened scanner() {
    BarcodeScanner scanner = Hardware.scanner(configuration.scanner());
    BarcodeReading reading = new BarcodeReading(configuration.barcode());
    return new Opened(
        new ScannerCheck(scanner, reading::read, Place.here(), System::nanoTime), scanner::close);
  }

  private Opened printer() {
    ReceiptPrinter printer = Hardware.printer(configuration.printer());
    return new Opened(new PrinterCheck(printer, Place.here(), System::nanoTime), printer::close);
  }

  private Opened panel(Function<DirectGlass, CheckRun> check) throws MissingDeviceException {
    Panel panel = panel();
    return new Opened(
        check.apply(new DirectGlass(panel, Parts.touchable(configuration))), panel::close);
  }

  /** A panel on the terminal of whoever started the kiosk is none without a kiosk. */
  private Panel panel() throws MissingDeviceException {
    DisplaySettings display = configuration.display();
    try {
      if (display.driver() == DisplaySettings.Driver.TERMINAL && display.tty().isEmpty()) {
        throw new DisplayException("the panel is the terminal in which the kiosk is started");
      }
      return PanelHardware.open(configuration);
    } catch (DisplayException missing) {
      throw new MissingDeviceException(Cause.DISPLAY_MISSING, missing);
    }
  }

  private Opened signal(Function<Signal, CheckRun> check) {
    Optional<GpioLines> gpio = GpioHardware.open(configuration);
    Signal signal = tones(gpio);
    return new Opened(check.apply(signal), () -> {
      signal.close();
      gpio.ifPresent(GpioLines::close);
    });
  }

  private Opened sound() {
    Optional<GpioLines> gpio = GpioHardware.open(configuration);
    Signal signal = tones(gpio);
    SpeechOutput voice = SoundHardware.speech(configuration.speech());
    SoundCheck.Parts parts = new SoundCheck.Parts(
        Parts.tones(configuration) ? Optional.of(signal) : Optional.empty(),
        Place.here(),
        Parts.voice(configuration) ? Optional.of(voice) : Optional.empty(),
        Place.here());
    return new Opened(new SoundCheck(parts, Pause.real(), KioskChecks.LOOK), () -> {
      voice.close();
      signal.close();
      gpio.ifPresent(GpioLines::close);
    });
  }

  /** The bell of a terminal goes with the panel. */
  private Signal tones(Optional<GpioLines> gpio) {
    return configuration.signal().driver() == SignalSettings.Driver.TERMINAL
        ? new NoSignal()
        : Hardware.signal(configuration.signal(), Optional.empty(), gpio);
  }

  private CheckRun database() {
    return new DatabaseCheck(
        () -> {
          try (StoreInspection inspection = StoreInspection.open(machine.store())) {
            return inspection.integrity();
          }
        },
        machine.state(),
        System::nanoTime);
  }
}
