package org.kashidashi.kiosk.session;

import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;

/** Something to be done; most are answered by a {@link SessionEvent.Reply}. */
public sealed interface Effect {
  /** Read the card on the reader without a PIN, and find out whose it is. */
  record IdentifyByCard(SessionId id) implements Effect {}

  record IdentifyByLibraryCard(SessionId id, PatronId patron) implements Effect {}

  /** Decide one loan, and make it durable. */
  record LendItem(SessionId id, Visit visit, ItemBarcode item) implements Effect {}

  /** Take back a loan of this session. */
  record CancelLoan(SessionId id, Visit visit, ItemBarcode item) implements Effect {}

  /** Ask what the patron has on loan. */
  record ListLoans(SessionId id, PatronId patron) implements Effect {}

  record RenewLoan(SessionId id, PatronId patron, ItemBarcode item) implements Effect {}

  /** Take down that the patron puts an own loan back. */
  record GiveBack(SessionId id, PatronId patron, ItemBarcode item) implements Effect {}

  /** Print, in the language that the patron has chosen, what was lent. */
  record PrintReceipt(SessionId id, Visit visit, Language language) implements Effect {}

  /** Print a refusal, for the counter; nothing on it says whose it is. */
  record PrintErrorSlip(SessionId id, Refusal refusal, Language language) implements Effect {}

  /** Print what was lent in a session that was cut off, without saying to whom. */
  record PrintRecord(CutVisit visit, Language language) implements Effect {}

  /** Staff have seen what was lent in the session of this name, or nobody came. */
  record ForgetCutSession(String name) implements Effect {}

  record Sound(Cue cue) implements Effect {}

  /** Let staff see that they are called, or no longer. */
  record CallStaff(boolean calling) implements Effect {}

  /** The session is over: nothing more is read, asked or lent for it. */
  record ForgetPatron(SessionId id) implements Effect {}

  /** Write down what happened, without saying to whom. */
  record Note(Occurrence occurrence) implements Effect {}

  /** What a person hears. */
  enum Cue {
    RECEIVED,
    LENT,
    ATTENTION,
    STRONG_ATTENTION,
    FINISHED
  }
}
