package org.kashidashi.sync.registry.counter;

import java.util.Optional;
import org.kashidashi.sync.registry.PersonDetails;

/**
 * An application for a library card, or for its renewal, and what was shown for it.
 *
 * @param telephone 1 to 20 of 0-9, plus and hyphen, or empty
 * @param addressShown whether the present address was seen: on the document, or on a bill besides
 * @param commuteProofShown whether proof of work or school in the area was seen; of a commuter alone
 * @param key with one, the same form sent again gives the first library card; a renewal needs none
 */
public record Registration(
    PersonDetails details,
    String telephone,
    Residence residence,
    Document document,
    boolean addressShown,
    boolean commuteProofShown,
    Optional<FormKey> key) {
  /** A form that must not be sent twice, or a renewal. */
  public Registration(
      PersonDetails details,
      String telephone,
      Residence residence,
      Document document,
      boolean addressShown,
      boolean commuteProofShown) {
    this(
        details, telephone, residence, document, addressShown, commuteProofShown, Optional.empty());
  }

  /** Where a person stands towards the area that the library serves. */
  public enum Residence {
    RESIDENT,
    COMMUTER,
    ELSEWHERE
  }

  /** What was shown; each names the person and the birth date. */
  public enum Document {
    DRIVERS_LICENCE,
    HEALTH_INSURANCE_CARD,
    /** Those issued since February 2020 have no page for the address. */
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
