package org.kashidashi.kiosk.app;

import java.util.EnumSet;
import java.util.Set;
import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.DisplaySettings;
import org.kashidashi.kiosk.config.PrinterSettings;
import org.kashidashi.kiosk.config.ResolverSettings;
import org.kashidashi.kiosk.config.ScannerSettings;
import org.kashidashi.kiosk.config.SignalSettings;
import org.kashidashi.kiosk.config.SpeechSettings;
import org.kashidashi.kiosk.config.TouchSettings;
import org.kashidashi.kiosk.diagnosis.Part;

/** Which parts of a machine a configuration does not have. */
final class Parts {
  private Parts() {}

  static Set<Part> absent(Configuration configuration) {
    Set<Part> absent = EnumSet.noneOf(Part.class);
    add(absent, Part.SCANNER, configuration.scanner().driver() == ScannerSettings.Driver.TERMINAL);
    add(absent, Part.PRINTER, configuration.printer().driver() == PrinterSettings.Driver.NONE);
    add(absent, Part.TOUCH, !touchable(configuration));
    add(absent, Part.LAMPS, !lamps(configuration));
    add(absent, Part.SOUND, !tones(configuration) && !voice(configuration));
    add(absent, Part.KEYBOARDS, !configuration.keyboards().guard());
    add(absent, Part.AUTHORITY, configuration.resolver().driver() == ResolverSettings.Driver.NONE);
    return absent;
  }

  static boolean touchable(Configuration configuration) {
    return configuration.touch().driver() != TouchSettings.Driver.NONE
        || configuration.display().driver() == DisplaySettings.Driver.TERMINAL;
  }

  static boolean lamps(Configuration configuration) {
    return switch (configuration.signal().driver()) {
      case NONE, TERMINAL -> false;
      case SIMULATED -> true;
      case GPIO, AUDIO ->
        configuration.gpio().lampReady() != 0
            || configuration.gpio().lampReading() != 0
            || configuration.gpio().lampAttention() != 0;
    };
  }

  static boolean tones(Configuration configuration) {
    return configuration.signal().driver() != SignalSettings.Driver.NONE;
  }

  static boolean voice(Configuration configuration) {
    return configuration.speech().driver() != SpeechSettings.Driver.NONE;
  }

  private static void add(Set<Part> parts, Part part, boolean wanted) {
    if (wanted) {
      parts.add(part);
    }
  }
}
