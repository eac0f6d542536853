package org.kashidashi.central.renewal;

import java.time.LocalDate;
import java.util.Arrays;
import org.kashidashi.central.circulation.Residence;
import org.kashidashi.sync.circulation.Renewal;
import org.kashidashi.sync.registry.SignatureStanding;

/**
 * A patron's year of monthly checks, December 2026 to November 2027: what the authority says from
 * month to month, and what the card must be before and after. Written by hand.
 *
 * <p>V is a valid signature certificate, R a revoked one, N none, U unknown to the authority, x no
 * answer at first and a valid certificate when asked again, X no answer the whole month, - no link.
 */
public enum RenewalLife {
  ALWAYS("VVVVVVVVVVVV", "2027-01-31", Renewal.AUTOMATIC, "2028-11-01", Renewal.AUTOMATIC),
  NEWLY_LINKED("VVVVVVVVVVVV", "2027-03-15", Renewal.AT_COUNTER, "2028-11-01", Renewal.AUTOMATIC),
  // Moved in May, and had a new certificate in July.
  MOVED("VVVVVRRVVVVV", "2027-01-31", Renewal.AUTOMATIC, "2028-11-01", Renewal.AUTOMATIC),
  // Moved in November, at the last check.
  MOVED_LATE(
      "VVVVVVVVVVVR", "2027-01-31", Renewal.AUTOMATIC, "2028-10-01", Renewal.AUTOMATIC_FAILED),
  // The certificate went in February, and the card a year after January's check.
  GONE("VVRRRRRRRRRR", "2027-01-31", Renewal.AUTOMATIC, "2028-01-01", Renewal.AUTOMATIC_FAILED),
  // The card ended in January, before a new certificate was there in March: never revived.
  TOO_LATE("RRRVVVVVVVVV", "2027-01-31", Renewal.AUTOMATIC, "2027-01-31", Renewal.AUTOMATIC_FAILED),
  // The last valid day is the day of the check.
  JUST_IN_TIME("RRRVVVVVVVVV", "2027-03-01", Renewal.AUTOMATIC, "2028-11-01", Renewal.AUTOMATIC),
  // One day earlier.
  A_DAY_LATE(
      "RRRVVVVVVVVV", "2027-02-28", Renewal.AUTOMATIC, "2027-02-28", Renewal.AUTOMATIC_FAILED),
  NONE("NNNNNNNNNNNN", "2027-08-31", Renewal.AT_COUNTER, "2027-08-31", Renewal.AT_COUNTER),
  NONE_ANY_MORE(
      "VVVVNNNNNNNN", "2027-01-31", Renewal.AUTOMATIC, "2028-03-01", Renewal.AUTOMATIC_FAILED),
  // A child comes of the age for one in June.
  OF_AGE("NNNNNNVVVVVV", "2027-08-31", Renewal.AT_COUNTER, "2028-11-01", Renewal.AUTOMATIC),
  UNKNOWN("VUUUUUUUUUUU", "2027-01-31", Renewal.AUTOMATIC, "2027-12-01", Renewal.AUTOMATIC_FAILED),
  EXPIRED("VVVVVVVVVVVV", "2026-11-30", Renewal.AUTOMATIC, "2026-11-30", Renewal.AUTOMATIC_FAILED),
  EXPIRED_LONG_AGO(
      "VVVVVVVVVVVV", "2019-04-01", Renewal.AT_COUNTER, "2019-04-01", Renewal.AT_COUNTER),
  // Never shortened.
  LONGER("VVVVVVVVVVVV", "2029-03-31", Renewal.AT_COUNTER, "2029-03-31", Renewal.AUTOMATIC),
  LONGER_FOR_A_WHILE(
      "VVVVVVVVVVVV", "2028-05-31", Renewal.AT_COUNTER, "2028-11-01", Renewal.AUTOMATIC),
  SLOW_TO_ANSWER("VxVVxVVVVVVx", "2027-01-31", Renewal.AUTOMATIC, "2028-11-01", Renewal.AUTOMATIC),
  // No answer in the whole of October and November.
  NO_ANSWER(
      "VVVVVVVVVVXX", "2027-01-31", Renewal.AUTOMATIC, "2028-09-01", Renewal.AUTOMATIC_FAILED),
  COMMUTES("VVVVVVVVVVVV", "2027-08-31", Renewal.WITH_PROOF, "2027-08-31", Renewal.WITH_PROOF),
  // Unlinked from March to August.
  LINKED_AGAIN("VVV------VVV", "2027-01-31", Renewal.AUTOMATIC, "2028-11-01", Renewal.AUTOMATIC),
  // Unlinked in February, for good.
  UNLINKED("VV----------", "2027-01-31", Renewal.AUTOMATIC, "2028-01-01", Renewal.AUTOMATIC),
  // Was taken for a resident once.
  COMMUTES_NOW("VVVVVVVVVVVV", "2027-12-31", Renewal.AUTOMATIC, "2027-12-31", Renewal.WITH_PROOF);

  public static final LocalDate FIRST_DAY = LocalDate.of(2026, 12, 1);
  public static final int MONTHS = 12;

  private final String answers;
  private final LocalDate expires;
  private final Renewal renewal;
  private final LocalDate expiresThen;
  private final Renewal renewalThen;

  RenewalLife(
      String answers, String expires, Renewal renewal, String expiresThen, Renewal renewalThen) {
    this.answers = answers;
    this.expires = LocalDate.parse(expires);
    this.renewal = renewal;
    this.expiresThen = LocalDate.parse(expiresThen);
    this.renewalThen = renewalThen;
  }

  private Residence residence() {
    return this == COMMUTES || this == COMMUTES_NOW ? Residence.COMMUTER : Residence.RESIDENT;
  }

  public CheckedCard before() {
    return new CheckedCard(expires, renewal, residence());
  }

  /** After the last month of the year. */
  public CheckedCard then() {
    return new CheckedCard(expiresThen, renewalThen, residence());
  }

  /**
   * As the letters above.
   *
   * @param month 0 or more; after the year it stays as in its last month
   */
  public char answer(int month) {
    return answers.charAt(Math.min(month, answers.length() - 1));
  }

  public boolean linked(int month) {
    return answer(month) != '-';
  }

  /**
   * What the authority says.
   *
   * @param again whether it had no answer this month before
   */
  public SignatureStanding standing(int month, boolean again) {
    return switch (answer(month)) {
      case 'V' -> new SignatureStanding.Valid();
      case 'R' -> new SignatureStanding.Revoked();
      case 'N' -> new SignatureStanding.None();
      case 'U' -> new SignatureStanding.UnknownPerson();
      case 'x' -> again ? new SignatureStanding.Valid() : new SignatureStanding.Unavailable("slow");
      default -> new SignatureStanding.Unavailable("down");
    };
  }

  /** Whether anybody goes without an answer for a whole month. */
  public static boolean someoneUnansweredIn(int month) {
    return Arrays.stream(values()).anyMatch(life -> life.answer(month) == 'X');
  }
}
