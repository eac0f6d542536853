package org.kashidashi.kiosk.app;

import org.kashidashi.kiosk.config.Configuration;
import org.kashidashi.kiosk.config.HelpDeskSettings;
import org.kashidashi.kiosk.config.LibrarySettings;
import org.kashidashi.kiosk.screen.HelpDesk;
import org.kashidashi.kiosk.screen.Site;

/** What a configuration says of the place, for screens and receipts. */
final class ConfiguredSite {
  private ConfiguredSite() {}

  static Site of(Configuration configuration) {
    LibrarySettings library = configuration.library();
    return new Site(
        library.name(),
        configuration.kiosk().label(),
        library.counter(),
        library.telephone(),
        library.web(),
        library.hours(),
        library.cardStop(),
        of(configuration.helpDesk().card()),
        of(configuration.helpDesk().certificate()));
  }

  private static HelpDesk of(HelpDeskSettings.Card desk) {
    return new HelpDesk(
        desk.telephone(), desk.hours(), desk.holidayHours(), desk.closed(), desk.choice());
  }

  private static HelpDesk of(HelpDeskSettings.Certificate desk) {
    return new HelpDesk(desk.telephone(), desk.hours(), "", desk.closed(), "");
  }
}
