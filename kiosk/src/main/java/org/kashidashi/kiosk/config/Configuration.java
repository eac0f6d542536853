package org.kashidashi.kiosk.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.kashidashi.kiosk.session.SessionRules;
import org.kashidashi.sync.circulation.Freshness;
import org.kashidashi.sync.circulation.barcode.BarcodeRules;
import org.tomlj.Toml;

/** Everything that a library sets: read once, checked, and never changed while the kiosk runs. */
public record Configuration(
    KioskSettings kiosk,
    LibrarySettings library,
    SessionRules session,
    BarcodeRules barcode,
    ReaderSettings reader,
    ScannerSettings scanner,
    DisplaySettings display,
    TouchSettings touch,
    KeypadSettings keypad,
    KeyboardSettings keyboards,
    PrinterSettings printer,
    SignalSettings signal,
    SwitchesSettings switches,
    GpioWiring gpio,
    CentralAccess central,
    ResolverSettings resolver,
    Freshness registry,
    TrustSettings trust) {
  private static final int LONGEST_FILE = 64 * 1024;

  /** Every setting, section by section, as the table of settings shows them. */
  static List<Setting<?>> settings() {
    return Stream.of(
            KioskSettings.SETTINGS,
            LibrarySettings.SETTINGS,
            SessionSection.SETTINGS,
            BarcodeSection.SETTINGS,
            ReaderSettings.SETTINGS,
            ScannerSettings.SETTINGS,
            DisplaySettings.SETTINGS,
            TouchSettings.SETTINGS,
            KeypadSettings.SETTINGS,
            KeyboardSettings.SETTINGS,
            PrinterSettings.SETTINGS,
            SignalSettings.SETTINGS,
            SwitchesSettings.SETTINGS,
            GpioWiring.SETTINGS,
            CentralAccess.SETTINGS,
            ResolverSettings.SETTINGS,
            RegistrySection.SETTINGS,
            TrustSettings.SETTINGS)
        .<Setting<?>>flatMap(List::stream)
        .toList();
  }

  /** Reads and checks the whole file. */
  public static Configuration read(Path file) throws ConfigurationException {
    return parse(file.toString(), text(file));
  }

  private static Configuration parse(String file, String text) throws ConfigurationException {
    Values values = new Values(Toml.parse(text));
    Configuration configuration = read(values);
    values.checkKeys(settings());
    ProductionRules.check(configuration, values);
    PanelRules.check(configuration, values);
    List<Mistake> mistakes = values.mistakes();
    if (!mistakes.isEmpty()) {
      throw new ConfigurationException(file, mistakes);
    }
    return configuration;
  }

  private static Configuration read(Values values) {
    DisplaySettings display = DisplaySettings.read(values);
    return new Configuration(
        KioskSettings.read(values),
        LibrarySettings.read(values),
        SessionSection.read(values),
        BarcodeSection.read(values),
        ReaderSettings.read(values),
        ScannerSettings.read(values),
        display,
        TouchSettings.read(values),
        KeypadSettings.read(values),
        KeyboardSettings.read(values, display),
        PrinterSettings.read(values),
        SignalSettings.read(values),
        SwitchesSettings.read(values),
        GpioWiring.read(values),
        CentralAccess.read(values),
        ResolverSettings.read(values),
        RegistrySection.read(values),
        TrustSettings.read(values));
  }

  private static String text(Path file) throws ConfigurationException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LONGEST_FILE + 1);
    } catch (IOException failure) {
      throw whole(file, "cannot be read (" + failure + ")", "check its path and permissions");
    }
    if (bytes.length > LONGEST_FILE) {
      throw whole(file, "is longer than %d bytes".formatted(LONGEST_FILE), "shorten it");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      throw whole(file, "is not in UTF-8", "save it in UTF-8");
    }
  }

  private static ConfigurationException whole(Path file, String problem, String remedy) {
    return new ConfigurationException(
        file.toString(), List.of(new Mistake(0, "", problem, remedy)));
  }
}
