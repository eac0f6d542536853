package org.kashidashi.central.registry;

import java.util.Optional;
import org.kashidashi.central.circulation.Residence;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.Registration;

/** What a person must show for a library card. Pure. */
public final class RegistrationRules {
  private RegistrationRules() {}

  /**
   * Why no library card is given out.
   *
   * @param registering whether library cards are given out in this system
   */
  public static Optional<CounterRefusal> refusal(Registration registration, boolean registering) {
    if (!registering) {
      return Optional.of(CounterRefusal.NOT_OFFERED);
    }
    return enough(registration)
        ? Optional.empty()
        : Optional.of(CounterRefusal.DOCUMENT_NOT_ENOUGH);
  }

  /** Whether name, birth date and present address have been shown. */
  static boolean enough(Registration registration) {
    return switch (registration.document()) {
      case DRIVERS_LICENCE, HEALTH_INSURANCE_CARD, MY_NUMBER_CARD, DISABILITY_CERTIFICATE -> true;
      // Passports issued since February 2020 have no page for the address; employers and schools
      // print none.
      case PASSPORT, EMPLOYEE_OR_STUDENT_CARD -> registration.addressProofShown();
      case NOTIFICATION_CARD -> false;
    };
  }

  public static Residence residence(Registration.Residence told) {
    return switch (told) {
      case RESIDENT -> Residence.RESIDENT;
      case COMMUTER -> Residence.COMMUTER;
      case ELSEWHERE -> Residence.ELSEWHERE;
    };
  }
}
