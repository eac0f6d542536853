package org.kashidashi.kiosk.config;

import java.util.List;
import java.util.Set;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;
import org.kashidashi.kiosk.session.Offers;

/**
 * Keeps what is meant for patrons' own machines and what is meant for desks apart.
 *
 * <p>Only what a machine's own file says is judged: what it inherits, it may share with machines of
 * the other role.
 */
final class RoleRules {
  /** What a patron can have while a member of staff serves them: these are of the panel itself. */
  private static final Set<Offers.Service> ON_ANY_PANEL = Set.of(Offers.Service.SPEECH);

  private RoleRules() {}

  static void check(Configuration configuration, Values values) {
    if (!values.fit(KioskSettings.ROLE)) {
      return;
    }
    switch (configuration.kiosk().role()) {
      case SELF_CHECKOUT -> checkSelfCheckout(configuration, values);
      case COUNTER -> checkCounter(configuration, values);
    }
  }

  private static void checkSelfCheckout(Configuration configuration, Values values) {
    for (Setting<?> setting : CounterSettings.SETTINGS) {
      if (values.changes(setting)) {
        values.add(setting, Problem.DESK_SETTING.with(), Remedy.REMOVE_OR_COUNTER.with());
      }
    }
    if (configuration.scanner().driver() == ScannerSettings.Driver.TERMINAL) {
      values.add(
          ScannerSettings.DRIVER, Problem.DESK_SCANNER.with(), Remedy.OTHER_OR_COUNTER.with());
    }
  }

  private static void checkCounter(Configuration configuration, Values values) {
    List<Offers.Service> offered =
        configuration.session().offers().services().stream().sorted().toList();
    if (values.changes(OffersSection.SERVICES) && !ON_ANY_PANEL.containsAll(offered)) {
      values.add(
          OffersSection.SERVICES,
          Problem.SELF_CHECKOUT_SERVICES.with(),
          Remedy.REMOVE_OR_SELF_CHECKOUT.with());
    }
    if (values.changes(OffersSection.HELP)) {
      values.add(
          OffersSection.HELP,
          Problem.SELF_CHECKOUT_HELP.with(),
          Remedy.REMOVE_OR_SELF_CHECKOUT.with());
    }
    boolean terminal = configuration.display().driver() == DisplaySettings.Driver.TERMINAL;
    if (terminal
        && configuration.kiosk().mode() == Mode.PRODUCTION
        && values.fit(DisplaySettings.DRIVER, KioskSettings.MODE)) {
      values.add(
          DisplaySettings.DRIVER, Problem.PIN_ON_STAFF_TERMINAL.with(), Remedy.OWN_PANEL.with());
    }
  }
}
