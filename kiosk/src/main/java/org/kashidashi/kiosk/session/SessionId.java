package org.kashidashi.kiosk.session;

/**
 * Names one session of this start of the program.
 *
 * @param practice whether it is played through without a card being read or anything being lent
 */
public record SessionId(long number, boolean practice) {
  /** A session in which things are lent. */
  public static SessionId of(long number) {
    return new SessionId(number, false);
  }
}
