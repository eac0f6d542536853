package org.kashidashi.central.validity;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.Optional;

/** How a library counts for how long a library card is valid. All days are the library's own. */
public sealed interface ValidityRule {
  /** How long before the end a counter renews a card. */
  Period RENEWAL_BEGINS_BEFORE = Period.ofMonths(1);

  /**
   * The last day on which a card is valid that is registered, renewed or checked on a day.
   *
   * @param birthDate needed where {@link #needsBirthDate} says so
   * @throws IllegalArgumentException if the birth date is needed and not there
   */
  LocalDate validUntil(LocalDate from, Optional<LocalDate> birthDate);

  /** Whether the rule cannot be followed without knowing when the person was born. */
  boolean needsBirthDate();

  /**
   * The first day on which the person may have a card renewed at a counter. One that has expired can
   * always be.
   *
   * @param expires the last day on which it is valid
   */
  default LocalDate renewableFrom(LocalDate expires) {
    return expires.minus(RENEWAL_BEGINS_BEFORE);
  }

  /**
   * Until the birthday three years later.
   *
   * <p>In a common year, who was born on 29 February has their birthday on 28 February, as the Road
   * Traffic Act counts for driving licences (道路交通法 92条の2).
   */
  record UntilBirthday(BirthdayRule rule) implements ValidityRule {
    private static final int YEARS = 3;

    @Override
    public LocalDate validUntil(LocalDate from, Optional<LocalDate> birthDate) {
      MonthDay birthday = MonthDay.from(birthDate.orElseThrow(() -> new IllegalArgumentException(
          "a card that is valid until a birthday needs the birth date: ask for it")));
      return switch (rule) {
        case THIRD_CALENDAR_YEAR -> birthday.atYear(from.getYear() + YEARS);
        case ON_OR_AFTER_THREE_YEARS -> firstFrom(from.plusYears(YEARS), birthday);
      };
    }

    private static LocalDate firstFrom(LocalDate day, MonthDay birthday) {
      LocalDate sameYear = birthday.atYear(day.getYear());
      return sameYear.isBefore(day) ? birthday.atYear(day.getYear() + 1) : sameYear;
    }

    @Override
    public boolean needsBirthDate() {
      return true;
    }
  }

  /** Until one year after the day on which the person's signature certificate was found valid. */
  record YearAfterCheck() implements ValidityRule {
    @Override
    public LocalDate validUntil(LocalDate from, Optional<LocalDate> birthDate) {
      return from.plusYears(1);
    }

    @Override
    public boolean needsBirthDate() {
      return false;
    }
  }

  /**
   * For so many months from registration or renewal.
   *
   * @param months 2 to 120
   */
  record FixedTerm(int months) implements ValidityRule {
    /** A shorter term could be renewed on the day on which it begins. */
    public static final int MONTHS_MINIMUM = 2;

    public static final int MONTHS_MAXIMUM = 120;

    public FixedTerm {
      if (months < MONTHS_MINIMUM || months > MONTHS_MAXIMUM) {
        throw new IllegalArgumentException("library card valid for %d months, need %d to %d"
            .formatted(months, MONTHS_MINIMUM, MONTHS_MAXIMUM));
      }
    }

    @Override
    public LocalDate validUntil(LocalDate from, Optional<LocalDate> birthDate) {
      return from.plusMonths(months);
    }

    @Override
    public boolean needsBirthDate() {
      return false;
    }
  }
}
