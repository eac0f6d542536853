package org.kashidashi.kiosk.session;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the library offers at this machine; nothing else is shown.
 *
 * @param languages in the order in which they are listed; the machine starts in the first one
 * @param services beside borrowing
 * @param help what is explained beside the machine itself, in this order
 */
public record Offers(List<Language> languages, Set<Service> services, List<HelpTopic> help) {
  /** What a patron can have beside borrowing. */
  public enum Service {
    /** 職員を呼ぶ. */
    STAFF_CALL,
    /** れんしゅう: a session in which nothing is read and nothing is lent. */
    PRACTICE,
    /** よみあげ: the machine says what its screens show; needs a voice. */
    SPEECH,
    /** 借りている本: what the patron has on loan, and prolonging it. */
    OWN_LOANS,
    /** The titles of these loans; else their numbers stand there, of which nobody sees more. */
    LOAN_TITLES,
    /** 取り消す: takes back the last loan of the session. */
    CANCEL,
    /** 返却する: items are put back provisionally, and staff look at them. */
    RETURN,
    /** The patron's own reserved items are lent at the machine instead of the counter. */
    OWN_HOLDS
  }

  public Offers {
    languages = List.copyOf(languages);
    services = Set.copyOf(services);
    help = List.copyOf(help);
    if (languages.isEmpty() || EnumSet.copyOf(languages).size() != languages.size()) {
      throw new IllegalArgumentException(
          "languages %s, need one or more, each once".formatted(languages));
    }
  }

  /** Every language, and whatever needs neither a decision of the library nor a further device. */
  public static Offers standard() {
    return new Offers(
        List.of(Language.values()),
        EnumSet.of(Service.STAFF_CALL, Service.PRACTICE, Service.OWN_LOANS),
        List.of(HelpTopic.LINKING, HelpTopic.EXPIRY, HelpTopic.LOST, HelpTopic.DESKS));
  }

  /** Every page of the help, in the order in which they are turned. */
  public List<HelpTopic> helpPages() {
    return Stream.concat(HelpTopic.ALWAYS.stream(), help.stream()).distinct().toList();
  }

  public boolean has(Service service) {
    return services.contains(service);
  }

  public Preferences atFirst() {
    return Preferences.of(languages.getFirst());
  }
}
