package org.kashidashi.central.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.central.circulation.Origin;
import org.kashidashi.central.config.CentralConfig.Counters;
import org.kashidashi.central.registry.CardSeries;
import org.kashidashi.central.registry.Site;
import org.kashidashi.central.registry.Sites;
import org.kashidashi.sync.circulation.barcode.CheckDigit;

/**
 * Reads what happens at the counters: the sections [site.*], [registration], [old_method] and
 * [audit].
 */
final class CountersSection {
  private static final int TEXT_MAXIMUM = 100;
  private static final int SITES_MAXIMUM = 200;
  private static final int STATIONS_MAXIMUM = 200;

  /** Longer than anything about a loan can be disputed. */
  private static final int AUDIT_MONTHS_MAXIMUM = 120;

  private static final String SERIES = "write a prefix of 1 to 8 digits, and a length of at most "
      + CardSeries.LENGTH_MAXIMUM
      + " that leaves at least 2 digits to count";

  private CountersSection() {}

  static Counters read(Settings settings) {
    return new Counters(
        sites(settings),
        series(settings),
        settings.flagOr("old_method.import", false),
        settings.integerOr("audit.keep_months", Counters.AUDIT_MONTHS, 1, AUDIT_MONTHS_MAXIMUM));
  }

  private static Sites sites(Settings settings) {
    List<Site> sites = new ArrayList<>();
    Set<String> stations = new HashSet<>();
    for (String key : settings.sections("site", SITES_MAXIMUM)) {
      Site site = site(settings, "site." + key);
      for (String station : site.stations()) {
        if (!stations.add(station)) {
          settings.unfit(
              "site.%s.stations".formatted(key),
              "'%s' stands at another site already".formatted(station),
              "leave it out at one of them");
        }
      }
      sites.add(site);
    }
    return new Sites(sites);
  }

  private static Site site(Settings settings, String key) {
    return new Site(
        text(settings, key + ".name", "中央図書館"),
        text(settings, key + ".counter", "1階カウンター"),
        settings.flagOr(key + ".linking", true),
        text(settings, key + ".hours", "9:00-19:00"),
        text(settings, key + ".telephone", "000-000-0000"),
        Set.copyOf(settings.texts(
            key + ".stations",
            STATIONS_MAXIMUM,
            Origin::isKiosk,
            "write the ids of the kiosks and counters there, such as [\"k1\", \"c1\"]")));
  }

  private static String text(Settings settings, String key, String example) {
    return settings.text(
        key,
        text -> !text.isBlank() && text.length() <= TEXT_MAXIMUM,
        "write at most %d characters, such as \"%s\"".formatted(TEXT_MAXIMUM, example));
  }

  private static Optional<CardSeries> series(Settings settings) {
    if (!settings.has("registration")) {
      return Optional.empty();
    }
    String prefix = settings.text("registration.prefix", text -> !text.isBlank(), SERIES);
    int length = settings.integer("registration.length", 1, CardSeries.LENGTH_MAXIMUM);
    CheckDigit digit =
        settings.oneOfOr("registration.check_digit", CheckDigit.class, CheckDigit.NONE);
    try {
      return Optional.of(new CardSeries(prefix, length, digit));
    } catch (IllegalArgumentException e) {
      settings.unfit("registration.prefix", String.valueOf(e.getMessage()), SERIES);
      return Optional.empty();
    }
  }
}
