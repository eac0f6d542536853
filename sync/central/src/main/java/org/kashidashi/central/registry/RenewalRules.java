package org.kashidashi.central.registry;

import java.time.LocalDate;
import java.util.Optional;
import org.kashidashi.central.circulation.PatronRecord;
import org.kashidashi.central.circulation.Residence;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.sync.circulation.Renewal;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.PersonRecord;
import org.kashidashi.sync.registry.counter.Registration;

/** When a counter renews a library card, until when, and how it is renewed from then on. Pure. */
public final class RenewalRules {
  private RenewalRules() {}

  /**
   * Why a card is not renewed. A changed address or telephone number is brought by the same
   * procedure, at any time.
   */
  public static Optional<CounterRefusal> refusal(
      LibraryRules rules,
      PatronRecord patron,
      Optional<PersonRecord> kept,
      Registration seen,
      LocalDate today) {
    if (!RegistrationRules.enough(seen)) {
      return Optional.of(CounterRefusal.DOCUMENT_NOT_ENOUGH);
    }
    if (kept.isPresent() && !samePerson(kept.get(), seen)) {
      return Optional.of(CounterRefusal.OTHER_PERSON);
    }
    boolean moved =
        changed(kept, seen) || patron.residence() != RegistrationRules.residence(seen.residence());
    return renewable(rules, patron, today) || moved
        ? Optional.empty()
        : Optional.of(CounterRefusal.TOO_EARLY_TO_RENEW);
  }

  /** The last day from now on; every rule outlasts the time in which a card can be renewed. */
  public static LocalDate expires(
      LibraryRules rules, PatronRecord patron, Registration seen, LocalDate today) {
    if (!renewable(rules, patron, today)) {
      return patron.expires();
    }
    LocalDate until =
        rules.validity().validUntil(today, Optional.of(seen.details().birthDate()));
    assert !until.isBefore(patron.expires()) : "a rule shortens what can be renewed";
    return until;
  }

  /**
   * How a card is renewed from now on. Only a check that found a signature certificate makes it
   * automatic; what the last check found stays while the card is linked.
   */
  public static Renewal renewal(Residence residence, boolean linked, Renewal before) {
    if (residence == Residence.COMMUTER) {
      return Renewal.WITH_PROOF;
    }
    return switch (before) {
      case AUTOMATIC, AUTOMATIC_FAILED -> linked ? before : Renewal.AT_COUNTER;
      case AT_COUNTER, WITH_PROOF -> Renewal.AT_COUNTER;
    };
  }

  private static boolean renewable(LibraryRules rules, PatronRecord patron, LocalDate today) {
    return !today.isBefore(rules.validity().renewableFrom(patron.expires()));
  }

  /** People marry and move; a birth date stays. */
  private static boolean samePerson(PersonRecord kept, Registration seen) {
    return kept.details().birthDate().equals(seen.details().birthDate());
  }

  private static boolean changed(Optional<PersonRecord> kept, Registration seen) {
    return kept.isPresent()
        && (!SamePersonRule.same(kept.get().details(), seen.details())
            || (!seen.telephone().isEmpty()
                && !kept.get().telephone().orElse("").equals(seen.telephone())));
  }
}
