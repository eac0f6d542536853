package org.kashidashi.kiosk.config;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.kashidashi.kiosk.config.mistake.Problem;
import org.kashidashi.kiosk.config.mistake.Remedy;
import org.kashidashi.kiosk.session.HelpTopic;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Offers;

/** Reads what the library offers at this machine. */
final class OffersSection {
  private static final Offers STANDARD = Offers.standard();
  private static final Setting<List<Language>> LANGUAGES = Setting.otherwise(
          "session.offers.languages",
          new ListForm<>(Forms.choice(Language.class), Language.values().length),
          STANDARD.languages(),
          "The languages to choose from; the machine starts in the first one.")
      .onMachine();
  static final Setting<List<Offers.Service>> SERVICES = Setting.otherwise(
          "session.offers.services",
          new ListForm<>(Forms.choice(Offers.Service.class), Offers.Service.values().length),
          STANDARD.services().stream().sorted().toList(),
          "What patrons can have at this machine beside borrowing; nothing else is shown.")
      .onMachine();
  static final Setting<List<HelpTopic>> HELP = Setting.otherwise(
          "session.offers.help",
          new ListForm<>(Forms.choice(HelpTopic.class), HelpTopic.values().length),
          STANDARD.help(),
          "What the help explains beside the machine itself, in this order.")
      .onMachine();
  static final List<Setting<?>> SETTINGS = List.of(LANGUAGES, SERVICES, HELP);

  private OffersSection() {}

  static Offers read(Values values) {
    List<Language> languages = values.get(LANGUAGES);
    boolean odd = languages.isEmpty() || EnumSet.copyOf(languages).size() != languages.size();
    if (odd && values.fit(LANGUAGES)) {
      values.add(LANGUAGES, Problem.LANGUAGES_UNCLEAR.with(), Remedy.EACH_LANGUAGE_ONCE.with());
    }
    return new Offers(
        odd ? STANDARD.languages() : languages, Set.copyOf(values.get(SERVICES)), values.get(HELP));
  }
}
