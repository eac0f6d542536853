package org.kashidashi.kiosk.config;

import java.util.List;
import java.util.Set;
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
        values.add(
            setting,
            "a setting of a desk, and this machine is none",
            "remove it, or set kiosk.role = \"counter\"");
      }
    }
    if (configuration.scanner().driver() == ScannerSettings.Driver.TERMINAL) {
      values.add(
          ScannerSettings.DRIVER,
          "a scanner that types into a terminal of staff, and there is none",
          "take another one, or set kiosk.role = \"counter\"");
    }
  }

  private static void checkCounter(Configuration configuration, Values values) {
    List<Offers.Service> offered =
        configuration.session().offers().services().stream().sorted().toList();
    if (values.changes(OffersSection.SERVICES) && !ON_ANY_PANEL.containsAll(offered)) {
      values.add(
          OffersSection.SERVICES,
          "services of a self-checkout, and this is a desk",
          "remove it, or set kiosk.role = \"self_checkout\"");
    }
    if (values.changes(OffersSection.HELP)) {
      values.add(
          OffersSection.HELP,
          "help of a self-checkout, and this is a desk",
          "remove it, or set kiosk.role = \"self_checkout\"");
    }
    boolean terminal = configuration.display().driver() == DisplaySettings.Driver.TERMINAL;
    if (terminal
        && configuration.kiosk().mode() == Mode.PRODUCTION
        && values.fit(DisplaySettings.DRIVER, KioskSettings.MODE)) {
      values.add(
          DisplaySettings.DRIVER,
          "patrons would type their PIN into the terminal of staff",
          "give them a panel of their own: display.driver = \"framebuffer\"");
    }
  }
}
