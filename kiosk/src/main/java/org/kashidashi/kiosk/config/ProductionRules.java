package org.kashidashi.kiosk.config;

import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;

/** Keeps simulators and test authorities away from patrons. */
final class ProductionRules {
  private ProductionRules() {}

  static void check(Configuration configuration, Values values) {
    if (!values.fit(KioskSettings.MODE)) {
      return;
    }
    switch (configuration.kiosk().mode()) {
      case TEST -> {
        // Anything goes: no patron is served.
      }
      case PRODUCTION -> checkProduction(configuration, values);
    }
  }

  private static void checkProduction(Configuration configuration, Values values) {
    refuse(
        configuration.reader().driver() == ReaderSettings.Driver.SIMULATED,
        ReaderSettings.DRIVER,
        values);
    refuse(
        configuration.scanner().driver() == ScannerSettings.Driver.SIMULATED,
        ScannerSettings.DRIVER,
        values);
    refuse(
        configuration.printer().driver() == PrinterSettings.Driver.SIMULATED,
        PrinterSettings.DRIVER,
        values);
    refuse(
        configuration.signal().driver() == SignalSettings.Driver.SIMULATED,
        SignalSettings.DRIVER,
        values);
    refuse(
        configuration.speech().driver() == SpeechSettings.Driver.SIMULATED,
        SpeechSettings.DRIVER,
        values);
    refuse(
        configuration.resolver().driver() == ResolverSettings.Driver.SIMULATED,
        ResolverSettings.DRIVER,
        values);
    if (!configuration.trust().testPolicies().isEmpty()) {
      values.add(
          TrustSettings.TEST_POLICIES,
          Problem.TEST_POLICIES_IN_PRODUCTION.with(),
          Remedy.REMOVE_OR_TEST.with());
    }
  }

  private static void refuse(boolean simulated, Setting<?> setting, Values values) {
    if (simulated) {
      values.add(setting, Problem.SIMULATOR_IN_PRODUCTION.with(), Remedy.REAL_OR_TEST.with());
    }
  }
}
