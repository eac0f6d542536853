package org.kashidashi.sync.registry.counter;

import org.kashidashi.sync.registry.PersonDetails;

/**
 * An application for a library card, or for its renewal, and what was shown for it.
 *
 * @param telephone 1 to 20 of 0-9, plus and hyphen, or empty
 */
public record Registration(
    PersonDetails details,
    String telephone,
    Residence residence,
    Document document,
    boolean addressProofShown) {
  /** Where a person stands towards the area that the library serves. */
  public enum Residence {
    RESIDENT,
    COMMUTER,
    ELSEWHERE
  }

  /** What was shown; each names the person, the birth date and the address unless said. */
  public enum Document {
    DRIVERS_LICENCE,
    HEALTH_INSURANCE_CARD,
    PASSPORT,
    MY_NUMBER_CARD,
    DISABILITY_CERTIFICATE,
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
