package org.kashidashi.kiosk.session;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.sync.circulation.DueDate;
import org.kashidashi.sync.circulation.GivingBack;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.LoanOut;
import org.kashidashi.sync.circulation.LoanRenewal;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.barcode.BarcodeMeaning;

/** Something that happened. */
public sealed interface SessionEvent {
  /** An answer to an effect of one session; dropped if that session is over. */
  sealed interface Reply extends SessionEvent {
    SessionId id();
  }

  /** One second passed. */
  record SecondPassed() implements SessionEvent {}

  record ActionChosen(Action action) implements SessionEvent {}

  /** The patron has turned to the next page of a text that is longer than the panel. */
  record PageTurned() implements SessionEvent {}

  record CardSeen(CardSight sight) implements SessionEvent {}

  record CodeScanned(BarcodeMeaning meaning) implements SessionEvent {}

  /** The scanner sent something that is no barcode. */
  record ScanFailed() implements SessionEvent {}

  record ScannerSeen(boolean there) implements SessionEvent {}

  /** The library has closed this machine to patrons, or opened it again. */
  record KioskClosed(boolean closed) implements SessionEvent {}

  /** A technician has closed the machine, taken it into maintenance, or opened it again. */
  record UpkeepSet(Upkeep upkeep) implements SessionEvent {}

  /** What has to be mended is something else than before; for staff. */
  record TroublesSeen(List<StaffWords> troubles) implements SessionEvent {
    public TroublesSeen {
      troubles = List.copyOf(troubles);
    }
  }

  /** Whether a keyboard is there that nobody has named; what it types reaches nobody. */
  record StrangersSeen(boolean there) implements SessionEvent {}

  /** The button that calls staff was pressed: the first time calls, the next one takes it back. */
  record StaffButtonPressed() implements SessionEvent {}

  /** The door in front of the machine's inside. */
  record DoorMoved(boolean open) implements SessionEvent {}

  record LibrarySystemSeen(boolean online) implements SessionEvent {}

  /** The patron is known and may borrow. */
  record PatronWelcomed(SessionId id, PatronStanding standing, boolean offline, LocalDate today)
      implements Reply {}

  /** The card or the person is refused. */
  record PatronTurnedAway(SessionId id, Refusal refusal) implements Reply {}

  /**
   * A loan is durable.
   *
   * @param ownHold whether the item had waited for this patron
   */
  record ItemLent(
      SessionId id,
      ItemBarcode item,
      String title,
      Optional<DueDate> due,
      boolean offline,
      boolean ownHold)
      implements Reply {}

  record ItemRefused(SessionId id, ItemBarcode item, Refusal refusal) implements Reply {}

  /**
   * Whether a loan of this session is taken back, durably.
   *
   * @param taken whether there was such a loan
   */
  record LoanCancelled(SessionId id, ItemBarcode item, boolean taken) implements Reply {}

  /**
   * What the patron has on loan.
   *
   * @param loans empty if the library system did not answer
   */
  record LoansListed(SessionId id, Optional<List<LoanOut>> loans) implements Reply {}

  /**
   * What became of the wish to prolong a loan.
   *
   * @param answer empty if the library system did not answer
   */
  record RenewalAnswered(SessionId id, ItemBarcode item, Optional<LoanRenewal> answer)
      implements Reply {}

  /**
   * What became of an item that the patron puts back.
   *
   * @param answer empty if the library system did not answer
   */
  record GivingBackAnswered(SessionId id, ItemBarcode item, Optional<GivingBack> answer)
      implements Reply {}

  record ReceiptPrinted(SessionId id) implements Reply {}

  record ReceiptFailed(SessionId id) implements Reply {}

  /** A slip that is no receipt came out. */
  record SlipPrinted(SessionId id) implements Reply {}

  record SlipFailed(SessionId id) implements Reply {}

  /** The last start was cut off in the middle of a session. */
  record CutSessionFound(CutVisit visit) implements SessionEvent {}

  /** What was lent in a session that was cut off came out on paper. */
  record RecordPrinted() implements SessionEvent {}

  record RecordFailed() implements SessionEvent {}

  /** The machine cannot go on lending. */
  record ServiceLost(FaultCode fault) implements SessionEvent {}

  /** What stopped the machine is over. */
  record ServiceRestored() implements SessionEvent {}
}
