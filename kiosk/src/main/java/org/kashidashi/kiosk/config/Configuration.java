package org.kashidashi.kiosk.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kashidashi.kiosk.config.mistake.Mistake;
import org.kashidashi.kiosk.screen.LibraryWords;
import org.kashidashi.kiosk.session.SessionRules;
import org.kashidashi.sync.circulation.Freshness;
import org.kashidashi.sync.circulation.barcode.BarcodeRules;

/** Everything that a library sets: read once, checked, and never changed while the kiosk runs. */
public record Configuration(
    KioskSettings kiosk,
    LibrarySettings library,
    HelpDeskSettings helpDesk,
    LookSettings look,
    SessionRules session,
    CounterSettings counter,
    ConsoleSettings console,
    BarcodeRules barcode,
    ReaderSettings reader,
    ScannerSettings scanner,
    DisplaySettings display,
    TouchSettings touch,
    KeypadSettings keypad,
    KeyboardSettings keyboards,
    PrinterSettings printer,
    SignalSettings signal,
    SpeechSettings speech,
    SwitchesSettings switches,
    GpioWiring gpio,
    CentralAccess central,
    ResolverSettings resolver,
    IdentitySettings identity,
    Freshness registry,
    TrustSettings trust,
    MetricsSettings metrics,
    LibraryWords words) {
  /** Every setting, section by section, as the table of settings shows them. */
  static List<Setting<?>> settings() {
    return Stream.of(
            KioskSettings.SETTINGS,
            LibrarySettings.SETTINGS,
            HelpDeskSettings.SETTINGS,
            LookSettings.SETTINGS,
            SessionSection.SETTINGS,
            CounterSettings.SETTINGS,
            ConsoleSettings.SETTINGS,
            BarcodeSection.SETTINGS,
            ReaderSettings.SETTINGS,
            ScannerSettings.SETTINGS,
            DisplaySettings.SETTINGS,
            TouchSettings.SETTINGS,
            KeypadSettings.SETTINGS,
            KeyboardSettings.SETTINGS,
            PrinterSettings.SETTINGS,
            SignalSettings.SETTINGS,
            SpeechSettings.SETTINGS,
            SwitchesSettings.SETTINGS,
            GpioWiring.SETTINGS,
            CentralAccess.SETTINGS,
            ResolverSettings.SETTINGS,
            IdentitySettings.SETTINGS,
            RegistrySection.SETTINGS,
            TrustSettings.SETTINGS,
            MetricsSettings.SETTINGS)
        .<Setting<?>>flatMap(List::stream)
        .toList();
  }

  /**
   * Reads and checks the whole file, those that it inherits from, and what was changed on this
   * machine.
   */
  public static Configuration read(Path file) throws ConfigurationException {
    List<Source> sources = Source.read(file);
    return read(sources, ChangeFiles.of(sources).active());
  }

  /**
   * Reads and checks some files with changes.
   *
   * @param changes nearer than the files
   */
  static Configuration read(List<Source> files, Optional<Source> changes)
      throws ConfigurationException {
    List<Source> sources = new ArrayList<>(files);
    changes.ifPresent(sources::addFirst);
    Values values = new Values(sources);
    Configuration configuration = read(values);
    values.checkKeys(settings());
    ProductionRules.check(configuration, values);
    RoleRules.check(configuration, values);
    PanelRules.check(configuration, values);
    LineRules.check(configuration, values);
    SpeechSettings.check(configuration, values);
    List<Mistake> mistakes = values.mistakes();
    if (!mistakes.isEmpty()) {
      throw new ConfigurationException(mistakes);
    }
    return configuration;
  }

  private static Configuration read(Values values) {
    DisplaySettings display = DisplaySettings.read(values);
    return new Configuration(
        KioskSettings.read(values),
        LibrarySettings.read(values),
        HelpDeskSettings.read(values),
        LookSettings.read(values),
        SessionSection.read(values),
        CounterSettings.read(values),
        ConsoleSettings.read(values),
        BarcodeSection.read(values),
        ReaderSettings.read(values),
        ScannerSettings.read(values),
        display,
        TouchSettings.read(values),
        KeypadSettings.read(values),
        KeyboardSettings.read(values, display),
        PrinterSettings.read(values),
        SignalSettings.read(values),
        SpeechSettings.read(values),
        SwitchesSettings.read(values),
        GpioWiring.read(values),
        CentralAccess.read(values),
        ResolverSettings.read(values),
        IdentitySettings.read(values),
        RegistrySection.read(values),
        TrustSettings.read(values),
        MetricsSettings.read(values),
        WordsSection.read(values));
  }
}
