package org.kashidashi.kiosk.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.session.SessionState.Finished.ReceiptOutcome;
import org.kashidashi.sync.circulation.ItemBarcode;

/** Where a session stands. Seconds count from when the state was entered. */
public sealed interface SessionState {
  /** A state over which something else can be shown for a while. */
  sealed interface Open extends SessionState {}

  /** A state with a person in front of the machine, whose quiet time is limited. */
  sealed interface Attended extends Open {
    SessionId id();

    /** The lending that this is part of; empty as long as nobody is known. */
    default Optional<Lending> lending() {
      return Optional.empty();
    }
  }

  /** S0: waiting for a patron. */
  record Idle() implements Open {}

  /**
   * S1: asks for a card.
   *
   * @param emptyTries how often the patron asked to read although nothing was felt
   */
  record AwaitingCard(SessionId id, int emptyTries, Notice notice) implements Attended {}

  /** S1: asks for the barcode of the library card. */
  record AwaitingLibraryCard(SessionId id, Notice notice) implements Attended {}

  /** S2: reads the card, then finds out whose it is. */
  record ReadingCard(SessionId id, int seconds) implements SessionState {}

  /** S2: finds out whose library card was scanned. */
  record LookingUp(SessionId id, int seconds) implements SessionState {}

  /** S3, L-0, L-1: the patron is known, and has to lift the card before the first item. */
  record TakingCard(SessionId id, Visit visit, int seconds) implements SessionState {}

  /**
   * S4: lends.
   *
   * @param waiting items that were scanned or taken back and are not answered yet
   * @param ending how the patron wants to end, as soon as nothing is waiting
   */
  record Lending(
      SessionId id,
      Visit visit,
      Set<ItemBarcode> waiting,
      Optional<ReceiptChoice> ending,
      Notice notice)
      implements Attended {
    public Lending {
      waiting = Set.copyOf(waiting);
    }

    @Override
    public Optional<Lending> lending() {
      return Optional.of(this);
    }
  }

  /**
   * The patron's own loans, over S4.
   *
   * @param page from 0
   */
  record OwnLoans(SessionId id, Lending under, Heard heard, List<OwnLoan> loans, int page)
      implements Attended {
    /** Whether the library system has said what the loans are. */
    public enum Heard {
      ASKING,
      ANSWERED,
      NOT_ANSWERED
    }

    public OwnLoans {
      loans = List.copyOf(loans);
    }

    @Override
    public Optional<Lending> lending() {
      return Optional.of(under);
    }
  }

  /**
   * Takes items back provisionally, over S4.
   *
   * @param lines what became of each scan, oldest first
   * @param waiting items that were scanned and are not answered yet
   */
  record Returning(
      SessionId id, Lending under, List<PutBack> lines, Set<ItemBarcode> waiting, Notice notice)
      implements Attended {
    public Returning {
      lines = List.copyOf(lines);
      waiting = Set.copyOf(waiting);
    }

    @Override
    public Optional<Lending> lending() {
      return Optional.of(under);
    }
  }

  /** S5: says what was lent. */
  record Finished(SessionId id, Visit visit, ReceiptOutcome receipt, int seconds)
      implements SessionState {
    /** What became of the receipt, or of another slip. */
    public enum ReceiptOutcome {
      NOT_WANTED,
      PRINTING,
      PRINTED,
      FAILED
    }
  }

  /**
   * E-1xx, E-302, E-303: a refusal of the card or the person.
   *
   * @param emptyTries as in {@link AwaitingCard}, for the next try
   * @param slip what became of the slip for the counter
   */
  record Refused(SessionId id, Refusal refusal, int emptyTries, ReceiptOutcome slip)
      implements Attended {
    /** Before anybody has asked for a slip. */
    public Refused(SessionId id, Refusal refusal, int emptyTries) {
      this(id, refusal, emptyTries, ReceiptOutcome.NOT_WANTED);
    }

    Refused with(ReceiptOutcome outcome) {
      return new Refused(id, refusal, emptyTries, outcome);
    }
  }

  /**
   * The help or the languages, over another state.
   *
   * @param page from 0; a page after the last one is the first
   */
  record Aside(Subject subject, int page, Open under) implements SessionState {
    /** What is shown. */
    public enum Subject {
      HELP,
      LANGUAGES
    }

    /** Lines of a list on one page, each with an action of its own. */
    public static final int LINES = 4;
  }

  /** T1: asks whether the patron is still there, over another state. */
  record StillThere(SessionId id, Attended under, int secondsLeft) implements SessionState {}

  /**
   * L-0 to L-3: the session is over, and a card lies on the reader.
   *
   * @param alsoAnother whether a further card appeared on top of it
   */
  record CardLeft(int seconds, boolean alsoAnother) implements SessionState {
    /** L-1: the patron is reminded. */
    public static final int REMINDED_SECONDS = 8;

    /** L-2: the machine is locked, staff are told. */
    public static final int LOCKED_SECONDS = 15;

    /** L-3: staff are told again; the session is closed. */
    public static final int CLOSED_SECONDS = 60;
  }

  /** L-4: thanks for lifting the card. */
  record CardLifted(int seconds) implements SessionState {}

  /**
   * E-306: a session was cut off, and staff are to know what was lent in it.
   *
   * @param listed whether the items are shown, for whoever has asked
   * @param slip what became of the copy on paper
   */
  record CutShort(CutVisit visit, boolean listed, ReceiptOutcome slip, int seconds)
      implements SessionState {
    /** Long enough for staff to come, and the machine is free again if nobody does. */
    public static final int LIMIT_SECONDS = 600;

    CutShort with(ReceiptOutcome outcome) {
      return new CutShort(visit, listed, outcome, seconds);
    }

    CutShort turned() {
      return new CutShort(visit, !listed, slip, seconds);
    }

    CutShort older() {
      return new CutShort(visit, listed, slip, seconds + 1);
    }
  }

  /** E-305: out of service. */
  record OutOfService(FaultCode fault) implements SessionState {}
}
