package org.kashidashi.kiosk.session;

/**
 * Everything the machine remembers between two events.
 *
 * @param session where the session stands
 * @param station what is known of the surroundings
 * @param preferences of whoever stands there
 * @param quietSeconds how long nobody has touched, scanned or moved a card
 * @param sessions how many sessions have begun since the start
 */
public record KioskState(
    SessionState session,
    Station station,
    Preferences preferences,
    int quietSeconds,
    long sessions) {
  /** As the machine starts: nothing is known yet, nobody is there. */
  public static KioskState starting(boolean receipts, Preferences preferences) {
    Station station = Station.calm(CardSight.READER_DOWN, receipts);
    return new KioskState(new SessionState.Idle(), station, preferences, 0, 0);
  }

  KioskState in(SessionState next) {
    return new KioskState(next, station, preferences, quietSeconds, sessions);
  }

  KioskState at(Station next) {
    return new KioskState(session, next, preferences, quietSeconds, sessions);
  }

  KioskState quietFor(int seconds) {
    return new KioskState(session, station, preferences, seconds, sessions);
  }

  /** The same, as somebody else would like to see it. */
  public KioskState preferring(Preferences wanted) {
    return new KioskState(session, station, wanted, quietSeconds, sessions);
  }

  /** With one more session counted; its name is {@link #current()}. */
  KioskState nextSession() {
    return new KioskState(session, station, preferences, 0, sessions + 1);
  }

  SessionId current() {
    return SessionId.of(sessions);
  }

  /** Whether somebody is practising. */
  public boolean practice() {
    return switch (session) {
      case SessionState.Attended here -> here.id().practice();
      case SessionState.Aside(var _, int _, SessionState.Attended under) ->
        under.id().practice();
      case SessionState.ReadingCard here -> here.id().practice();
      case SessionState.LookingUp here -> here.id().practice();
      case SessionState.TakingCard here -> here.id().practice();
      case SessionState.StillThere here -> here.id().practice();
      case SessionState.Finished here -> here.id().practice();
      case SessionState.Idle _,
          SessionState.Aside(var _, int _, SessionState.Idle _),
          SessionState.CardLeft _,
          SessionState.CardLifted _,
          SessionState.CutShort _,
          SessionState.OutOfService _ -> false;
    };
  }
}
