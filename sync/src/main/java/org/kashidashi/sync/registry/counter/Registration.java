package org.kashidashi.sync.registry.counter;

import java.util.Optional;
import org.kashidashi.sync.registry.PersonDetails;

/**
 * An application for a library card, or for its renewal, and what was shown for it.
 *
 * @param telephone 1 to 20 of 0-9, plus and hyphen, or empty
 * @param key with one, the same form sent again gives the first library card; a renewal needs none
 */
public record Registration(
    PersonDetails details,
    String telephone,
    Residence residence,
    Document document,
    boolean addressProofShown,
    Optional<FormKey> key) {
  /** A form that must not be sent twice, or a renewal. */
  public Registration(
      PersonDetails details,
      String telephone,
      Residence residence,
      Document document,
      boolean addressProofShown) {
    this(details, telephone, residence, document, addressProofShown, Optional.empty());
  }

  /** Where a person stands towards the area that the library serves. */
  public enum Residence {
    RESIDENT,
    COMMUTER,
    ELSEWHERE
  }

  /** What was shown; each names the person and the birth date, and the address unless said. */
  public enum Document {
    DRIVERS_LICENCE,
    HEALTH_INSURANCE_CARD,
    /** Those issued since 2020 have no page for the address. */
    PASSPORT,
    MY_NUMBER_CARD,
    DISABILITY_CERTIFICATE,
    /** The address is missing. */
    EMPLOYEE_OR_STUDENT_CARD,
    /** 通知カード: it is no proof of anything. */
    NOTIFICATION_CARD
  }

  /** Nothing of the person. */
  @Override
  public String toString() {
    return "registration by " + document;
  }
}
