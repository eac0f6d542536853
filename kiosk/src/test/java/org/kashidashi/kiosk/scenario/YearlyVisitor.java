package org.kashidashi.kiosk.scenario;

import java.util.Optional;
import org.kashidashi.central.renewal.RenewalLife;

/**
 * What the self-checkout shows, month by month, to a patron who comes on the 20th, after the check
 * of the month; December 2026 to January 2028. Written by hand.
 *
 * <p>A point: served. Served and warned, since the library card ends within 30 days: c, renewed at a
 * counter; f, at a counter since the check failed; p, with proof of work or school. A digit is that
 * of the refusal E-10x; r is E-115.
 */
enum YearlyVisitor {
  ALWAYS(RenewalLife.ALWAYS, ".............."),
  NEWLY_LINKED(RenewalLife.NEWLY_LINKED, ".............."),
  MOVED(RenewalLife.MOVED, ".............."),
  MOVED_LATE(RenewalLife.MOVED_LATE, ".............."),
  // Moved away in February; warned in the next December, and refused from January on.
  GONE(RenewalLife.GONE, "............f4"),
  TOO_LATE(RenewalLife.TOO_LATE, ".f444444444444"),
  JUST_IN_TIME(RenewalLife.JUST_IN_TIME, "..f..........."),
  A_DAY_LATE(RenewalLife.A_DAY_LATE, "..f44444444444"),
  NONE(RenewalLife.NONE, "........c33333"),
  NONE_ANY_MORE(RenewalLife.NONE_ANY_MORE, ".............."),
  OF_AGE(RenewalLife.OF_AGE, ".............."),
  UNKNOWN(RenewalLife.UNKNOWN, "KUUUUUUUUUUUUU", ".1111111111111"),
  EXPIRED(RenewalLife.EXPIRED, "44444444444444"),
  EXPIRED_LONG_AGO(RenewalLife.EXPIRED_LONG_AGO, "33333333333333"),
  LONGER(RenewalLife.LONGER, ".............."),
  LONGER_FOR_A_WHILE(RenewalLife.LONGER_FOR_A_WHILE, ".............."),
  SLOW_TO_ANSWER(RenewalLife.SLOW_TO_ANSWER, ".............."),
  NO_ANSWER(RenewalLife.NO_ANSWER, ".............."),
  COMMUTES(RenewalLife.COMMUTES, "........p33333"),
  LINKED_AGAIN(RenewalLife.LINKED_AGAIN, "...111111....."),
  UNLINKED(RenewalLife.UNLINKED, "..111111111111"),
  COMMUTES_NOW(RenewalLife.COMMUTES_NOW, "............p3"),

  // Died in March: the authority says so at once, the library card would have gone on for months.
  DEAD(RenewalLife.GONE, "KKKRRRRRRRRRRR", "...55555555555"),
  // Had the card stopped by telephone in April, found it, and had the stop lifted in June.
  LOST_AND_FOUND(RenewalLife.ALWAYS, "KKKKSSKKKKKKKK", "....55........"),
  OLD_METHOD(RenewalLife.UNLINKED, "OOOOOOOOOOOOOO", "22222222222222"),
  // Central has the digest of this very certificate, for a migration. The authority knows nobody.
  OLD_METHOD_FOR_CENTRAL_ALONE(RenewalLife.UNLINKED, "UUUUUUUUUUUUUU", "11111111111111"),
  // Not linked anew.
  REISSUED_IN_APRIL(RenewalLife.ALWAYS, "....rrrrrrrrrr"),
  // The certificate in the card has ended, which the kiosk sees by itself.
  CERTIFICATE_ENDED_IN_FEBRUARY(RenewalLife.ALWAYS, "KK------------", "..666666666666");

  static final int MONTHS = 14;

  private static final int APRIL = 4;

  private final RenewalLife life;
  private final String authority;
  private final String shown;

  YearlyVisitor(RenewalLife life, String shown) {
    this(life, "K".repeat(MONTHS), shown);
  }

  /**
   * A visitor about whose card the authority has more to say.
   *
   * @param authority K known, U unknown, R revoked, S suspended, O by the old method alone, - is
   *     not asked
   */
  YearlyVisitor(RenewalLife life, String authority, String shown) {
    if (authority.length() != MONTHS || shown.length() != MONTHS) {
      throw new IllegalArgumentException(
          "%d and %d months, need %d".formatted(authority.length(), shown.length(), MONTHS));
    }
    this.life = life;
    this.authority = authority;
    this.shown = shown;
  }

  RenewalLife life() {
    return life;
  }

  /** Whether the library links the person's card in this month. */
  boolean linked(int month) {
    return switch (this) {
      case OLD_METHOD, OLD_METHOD_FOR_CENTRAL_ALONE -> false;
      case REISSUED_IN_APRIL -> month < APRIL;
      default -> life.linked(month);
    };
  }

  char authority(int month) {
    return authority.charAt(month);
  }

  boolean certificateEnded(int month) {
    return authority(month) == '-';
  }

  /** What is shown while central answers. */
  char shown(int month) {
    return shown.charAt(month);
  }

  /**
   * What is shown while central is away.
   *
   * @param remembered whether what the kiosk heard of the link may be used still
   * @return {@link #shown}, if that is so; empty for E-126: the kiosk does not know the patron
   */
  Optional<Character> shownWithoutCentral(int month, boolean remembered) {
    if (authority(month) != 'K') {
      return Optional.of(shown(month));
    }
    // That somebody is not linked is not remembered.
    return remembered && linked(month) ? Optional.of(shown(month)) : Optional.empty();
  }
}
