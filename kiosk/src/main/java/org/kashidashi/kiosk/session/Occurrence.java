package org.kashidashi.kiosk.session;

/** What a library may count, without names, titles or numbers of persons and items. */
public sealed interface Occurrence {
  record SessionBegan(SessionId id) implements Occurrence {}

  /** Somebody began to practise; what they do then is not told. */
  record PracticeBegan() implements Occurrence {}

  record PatronIdentified(SessionId id, Way way, boolean offline) implements Occurrence {
    /** How the patron was identified. */
    public enum Way {
      MY_NUMBER_CARD,
      LIBRARY_CARD
    }
  }

  record RefusalShown(SessionId id, String code) implements Occurrence {}

  record LoanMade(SessionId id, boolean offline) implements Occurrence {}

  /** A loan of this session was taken back by its patron. */
  record LoanTakenBack(SessionId id) implements Occurrence {}

  record OwnLoansShown(SessionId id) implements Occurrence {}

  /**
   * A patron wished to prolong a loan.
   *
   * @param fate what became of it
   */
  record RenewalWished(SessionId id, OwnLoan.Fate fate) implements Occurrence {}

  record ItemPutBack(SessionId id, PutBack.Outcome outcome) implements Occurrence {}

  /** A step of a session is over. */
  record StageLeft(SessionId id, Stage stage, int milliseconds) implements Occurrence {}

  record SessionEnded(SessionId id, Ending ending, int loans) implements Occurrence {
    /** How a session came to its end. */
    public enum Ending {
      FINISHED,
      STOPPED,
      TIMED_OUT,
      CARD_LEFT,
      NEXT_PATRON,
      OUT_OF_SERVICE
    }
  }

  /** The program was cut off in the middle of a session with so many loans. */
  record CutSessionFound(int loans) implements Occurrence {}

  /** Nothing more can be seen of it; {@code printed} if somebody took a copy on paper. */
  record CutSessionClosed(Closing closing, boolean printed) implements Occurrence {
    /** What became of it. */
    public enum Closing {
      BY_HAND,
      TIMED_OUT
    }
  }

  /** A card was left behind; staff should come. Told at 15 s, and again at 60 s. */
  record CardLeftBehind(int seconds) implements Occurrence {}

  record CardTakenAway(int seconds) implements Occurrence {}

  /** Staff were called, or no longer. */
  record StaffCalled(boolean calling) implements Occurrence {}

  record DoorMoved(boolean open) implements Occurrence {}

  /** A keyboard that nobody has named was plugged in, or the last one of them is gone. */
  record StrangersSeen(boolean there) implements Occurrence {}
}
