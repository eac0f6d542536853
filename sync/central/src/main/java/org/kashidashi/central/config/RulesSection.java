package org.kashidashi.central.config;

import java.util.EnumSet;
import java.util.Set;
import org.kashidashi.central.circulation.LendTo;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.central.library.LinkTo;
import org.kashidashi.central.library.MyKeyMade;
import org.kashidashi.central.library.PersonMember;
import org.kashidashi.central.library.Reissue;
import org.kashidashi.central.validity.BirthdayRule;
import org.kashidashi.central.validity.ValidityRule;
import org.kashidashi.sync.registry.IdentifierKind;

/** Reads what a library has decided: the sections [link], [person] and [validity]. */
final class RulesSection {
  private static final int MONTHS = 36;

  /** Less of a person cannot be compared with a card. */
  private static final Set<PersonMember> LEAST =
      EnumSet.of(PersonMember.NAME, PersonMember.ADDRESS, PersonMember.BIRTH_DATE);

  private enum Validity {
    BIRTHDAY,
    MONTHLY_CHECK,
    FIXED_TERM
  }

  private RulesSection() {}

  static LibraryRules read(Settings settings, LendTo lendTo) {
    LibraryRules usual = LibraryRules.usual(lendTo);
    LibraryRules rules = new LibraryRules(
        settings.oneOfOr("link.eligibility", LinkTo.class, usual.linkTo()),
        lendTo,
        settings.oneOfOr("link.reissue", Reissue.class, usual.reissue()),
        settings.oneOfOr("link.identifier", IdentifierKind.class, usual.identifier()),
        settings.oneOfOr("link.mykey_made", MyKeyMade.class, usual.myKeyMade()),
        settings.someOf("person.keep", PersonMember.class, usual.taken()),
        validity(settings));
    if (!rules.taken().isEmpty() && !rules.taken().containsAll(LEAST)) {
      settings.unfit(
          "person.keep",
          "'person.keep' leaves out some of " + LEAST,
          "keep all of these, or write []");
    }
    if (rules.validity().needsBirthDate() && rules.taken().isEmpty()) {
      settings.unfit(
          "validity.rule",
          "'validity.rule' needs the birth date, and 'person.keep' keeps none",
          "add \"NAME\", \"ADDRESS\" and \"BIRTH_DATE\" to 'person.keep'");
    }
    if (rules.reissue() == Reissue.INHERIT
        && rules.identifier() == IdentifierKind.USER_IDENTIFIER) {
      settings.unfit(
          "link.reissue",
          "a reissued card inherits no user identifier",
          "write reissue = \"RELINK\", or identifier = \"MYKEY_ID\"");
    }
    if (rules.reissue() == Reissue.RELINK && rules.identifier() == IdentifierKind.MYKEY_ID) {
      settings.unfit(
          "link.reissue",
          "a reissued card has the MyKey ID of the old one, so there is nothing to link again",
          "write reissue = \"INHERIT\", or identifier = \"USER_IDENTIFIER\"");
    }
    if (rules.renewsMonthly() && !settings.has("authority")) {
      settings.unfit(
          "validity.rule",
          "the monthly check asks an authority, and there is no section [authority]",
          "add it, with the url of the service");
    }
    return rules;
  }

  private static ValidityRule validity(Settings settings) {
    BirthdayRule birthday = settings.oneOfOr(
        "validity.birthday_rule", BirthdayRule.class, BirthdayRule.THIRD_CALENDAR_YEAR);
    int months = settings.integerOr(
        "validity.months",
        MONTHS,
        ValidityRule.FixedTerm.MONTHS_MINIMUM,
        ValidityRule.FixedTerm.MONTHS_MAXIMUM);
    return switch (settings.oneOfOr("validity.rule", Validity.class, Validity.FIXED_TERM)) {
      case BIRTHDAY -> new ValidityRule.UntilBirthday(birthday);
      case MONTHLY_CHECK -> new ValidityRule.YearAfterCheck();
      case FIXED_TERM -> new ValidityRule.FixedTerm(months);
    };
  }
}
