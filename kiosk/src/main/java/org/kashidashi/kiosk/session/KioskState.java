package org.kashidashi.kiosk.session;

/**
 * Everything the machine remembers between two events.
 *
 * @param session where the session stands
 * @param station what is known of the surroundings
 * @param quietSeconds how long nobody has touched, scanned or moved a card
 * @param sessions how many sessions have begun since the start
 */
public record KioskState(SessionState session, Station station, int quietSeconds, long sessions) {
  /** As the machine starts: nothing is known yet, nobody is there. */
  public static KioskState starting(boolean receipts) {
    Station station = Station.calm(CardSight.READER_DOWN, receipts);
    return new KioskState(new SessionState.Idle(), station, 0, 0);
  }

  KioskState in(SessionState next) {
    return new KioskState(next, station, quietSeconds, sessions);
  }

  KioskState at(Station next) {
    return new KioskState(session, next, quietSeconds, sessions);
  }

  KioskState quietFor(int seconds) {
    return new KioskState(session, station, seconds, sessions);
  }

  /** With one more session counted; its name is {@link #current()}. */
  KioskState nextSession() {
    return new KioskState(session, station, 0, sessions + 1);
  }

  SessionId current() {
    return new SessionId(sessions);
  }
}
