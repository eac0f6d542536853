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

  /**
   * Whether name, birth date and present address have been shown, and by a commuter also that they
   * work or study in the area. Any document may be without the present address: people move.
   */
  static boolean enough(Registration registration) {
    boolean commuting = switch (registration.residence()) {
      case COMMUTER -> registration.commuteProofShown();
      case RESIDENT, ELSEWHERE -> true;
    };
    return commuting
        && registration.addressShown()
        && registration.document() != Registration.Document.NOTIFICATION_CARD;
  }

  public static Residence residence(Registration.Residence told) {
    return switch (told) {
      case RESIDENT -> Residence.RESIDENT;
      case COMMUTER -> Residence.COMMUTER;
      case ELSEWHERE -> Residence.ELSEWHERE;
    };
  }
}
