package org.kashidashi.kiosk.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.session.SessionState.Aside;
import org.kashidashi.kiosk.session.SessionState.AwaitingCard;
import org.kashidashi.kiosk.session.SessionState.Finished;
import org.kashidashi.kiosk.session.SessionState.Lending;
import org.kashidashi.kiosk.session.SessionState.TakingCard;
import org.kashidashi.sync.circulation.DueDate;
import org.kashidashi.sync.circulation.GivingBack;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.LoanOut;
import org.kashidashi.sync.circulation.LoanRenewal;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.circulation.PatronStanding;
import org.kashidashi.sync.circulation.Renewal;
import org.kashidashi.sync.circulation.barcode.BarcodeMeaning;

/** One of every state and one of every event, for the tests of the machine. */
final class SampleSessions {
  static final SessionId ID = SessionId.of(7);
  static final SessionId OLDER = SessionId.of(6);
  static final PatronId PATRON = new PatronId("9999900123");
  static final ItemBarcode ITEM = new ItemBarcode("1000000017");
  static final ItemBarcode OTHER_ITEM = new ItemBarcode("1000000025");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  static final DueDate DUE = new DueDate(LocalDate.of(2026, 12, 5), false);
  static final PatronStanding STANDING = new PatronStanding(
      PATRON,
      LocalDate.of(2027, 3, 31),
      Renewal.AT_COUNTER,
      Set.of(),
      3,
      30,
      15,
      Instant.parse("2026-11-20T05:05:00Z"));
  static final Visit EMPTY = new Visit(STANDING, false, TODAY, List.of());
  static final Visit ONE_LENT = new Visit(
      STANDING,
      false,
      TODAY,
      List.of(new Line.Lent(new ItemBarcode("1000000016"), "日本の図書館", Optional.of(DUE))));

  static final CutVisit CUT =
      new CutVisit("6-3", Optional.of(TODAY.atTime(14, 5)), ONE_LENT.lent());

  private SampleSessions() {}

  static Map<String, KioskState> states() {
    AwaitingCard awaitingCard = new AwaitingCard(ID, 0, Notice.NONE);
    Lending lending = lending(ONE_LENT, Set.of(), Optional.empty());
    Map<String, KioskState> states = new LinkedHashMap<>();
    states.put("Idle", at(new SessionState.Idle(), CardSight.ABSENT));
    states.put("AwaitingCard, no card", at(awaitingCard, CardSight.ABSENT));
    states.put("AwaitingCard, card", at(awaitingCard, CardSight.PRESENT));
    states.put("AwaitingCard, mute", at(awaitingCard, CardSight.MUTE));
    states.put("AwaitingCard, reader down", at(awaitingCard, CardSight.READER_DOWN));
    states.put(
        "AwaitingCard, asked once",
        at(new AwaitingCard(ID, 1, Notice.PLACE_CARD_FIRST), CardSight.ABSENT));
    states.put(
        "AwaitingCard, asked twice", at(new AwaitingCard(ID, 2, Notice.NONE), CardSight.ABSENT));
    states.put(
        "AwaitingLibraryCard",
        at(new SessionState.AwaitingLibraryCard(ID, Notice.NONE), CardSight.ABSENT));
    states.put("ReadingCard", at(new SessionState.ReadingCard(ID, 0), CardSight.PRESENT));
    states.put(
        "ReadingCard, at the limit",
        at(new SessionState.ReadingCard(ID, Identifying.ANSWER_LIMIT_SECONDS), CardSight.PRESENT));
    states.put("LookingUp", at(new SessionState.LookingUp(ID, 0), CardSight.ABSENT));
    states.put("TakingCard, L-0", at(new TakingCard(ID, EMPTY, 0), CardSight.PRESENT));
    states.put("TakingCard, before L-1", at(new TakingCard(ID, EMPTY, 7), CardSight.PRESENT));
    states.put("TakingCard, before L-2", at(new TakingCard(ID, EMPTY, 14), CardSight.PRESENT));
    states.put("TakingCard, L-2", at(new TakingCard(ID, EMPTY, 20), CardSight.PRESENT));
    states.put("TakingCard, before L-3", at(new TakingCard(ID, EMPTY, 59), CardSight.PRESENT));
    states.put(
        "Lending, nothing yet", at(lending(EMPTY, Set.of(), Optional.empty()), CardSight.ABSENT));
    states.put("Lending, one lent", at(lending, CardSight.ABSENT));
    states.put(
        "Lending, one waiting",
        at(lending(ONE_LENT, Set.of(ITEM), Optional.empty()), CardSight.ABSENT));
    states.put(
        "Lending, one waiting, wants to end",
        at(lending(ONE_LENT, Set.of(ITEM), Optional.of(ReceiptChoice.PRINT)), CardSight.ABSENT));
    states.put(
        "Finished, printing",
        at(new Finished(ID, ONE_LENT, Finished.ReceiptOutcome.PRINTING, 0), CardSight.ABSENT));
    states.put(
        "Finished, late without receipt",
        at(new Finished(ID, ONE_LENT, Finished.ReceiptOutcome.FAILED, 9), CardSight.ABSENT));
    states.put(
        "Finished, last second without receipt",
        at(new Finished(ID, ONE_LENT, Finished.ReceiptOutcome.FAILED, 59), CardSight.ABSENT));
    states.put(
        "Finished, last second",
        at(new Finished(ID, ONE_LENT, Finished.ReceiptOutcome.NOT_WANTED, 9), CardSight.ABSENT));
    states.put(
        "Refused, E-101",
        at(new SessionState.Refused(ID, Refusal.of(RefusalCode.E_101), 0), CardSight.PRESENT));
    states.put(
        "Refused, E-101, printing",
        at(
            new SessionState.Refused(
                ID, Refusal.of(RefusalCode.E_101), 0, Finished.ReceiptOutcome.PRINTING),
            CardSight.ABSENT));
    states.put(
        "Refused, E-103",
        at(
            new SessionState.Refused(
                ID, Refusal.of(RefusalCode.E_103, LocalDate.of(2026, 10, 31)), 0),
            CardSight.ABSENT));
    states.put(
        "Refused, E-111",
        at(new SessionState.Refused(ID, Refusal.of(RefusalCode.E_111), 2), CardSight.ABSENT));
    states.put(
        "Refused, E-303",
        at(new SessionState.Refused(ID, Refusal.of(FaultCode.E_303), 0), CardSight.READER_DOWN));
    states.put(
        "Help over Idle",
        at(
            new SessionState.Aside(Aside.Subject.HELP, 0, new SessionState.Idle()),
            CardSight.ABSENT));
    states.put(
        "Help over AwaitingCard",
        at(new SessionState.Aside(Aside.Subject.HELP, 0, awaitingCard), CardSight.ABSENT));
    states.put(
        "Languages over Idle",
        at(
            new SessionState.Aside(Aside.Subject.LANGUAGES, 1, new SessionState.Idle()),
            CardSight.ABSENT));
    states.put(
        "Help over Lending",
        at(
            new SessionState.Aside(
                Aside.Subject.HELP, 0, lending(ONE_LENT, Set.of(ITEM), Optional.empty())),
            CardSight.ABSENT));
    Lending under = lending(ONE_LENT, Set.of(), Optional.empty());
    OwnLoan loan = new OwnLoan(ITEM, "やさしい料理", TODAY.plusDays(3), OwnLoan.Fate.OUT);
    states.put(
        "OwnLoans, asking",
        at(
            new SessionState.OwnLoans(ID, under, SessionState.OwnLoans.Heard.ASKING, List.of(), 0),
            CardSight.ABSENT));
    states.put(
        "OwnLoans",
        at(
            new SessionState.OwnLoans(
                ID, under, SessionState.OwnLoans.Heard.ANSWERED, List.of(loan), 0),
            CardSight.ABSENT));
    states.put(
        "Returning",
        at(
            new SessionState.Returning(ID, under, List.of(), Set.of(), Notice.NONE),
            CardSight.ABSENT));
    states.put(
        "Returning, waiting",
        at(
            new SessionState.Returning(ID, under, List.of(), Set.of(ITEM), Notice.NONE),
            CardSight.ABSENT));
    states.put(
        "StillThere over OwnLoans",
        at(
            new SessionState.StillThere(
                ID,
                new SessionState.OwnLoans(
                    ID, under, SessionState.OwnLoans.Heard.ANSWERED, List.of(loan), 0),
                30),
            CardSight.ABSENT));
    states.put(
        "StillThere over AwaitingCard",
        at(new SessionState.StillThere(ID, awaitingCard, 30), CardSight.PRESENT));
    states.put(
        "StillThere over Lending",
        at(
            new SessionState.StillThere(ID, lending(ONE_LENT, Set.of(ITEM), Optional.empty()), 30),
            CardSight.ABSENT));
    states.put(
        "StillThere, last second",
        at(new SessionState.StillThere(ID, lending, 1), CardSight.ABSENT));
    states.put("CardLeft, L-0", at(new SessionState.CardLeft(0, false), CardSight.PRESENT));
    states.put("CardLeft, L-3", at(new SessionState.CardLeft(69, false), CardSight.PRESENT));
    states.put("CardLeft, silent", at(new SessionState.CardLeft(300, false), CardSight.PRESENT));
    states.put("CardLifted", at(new SessionState.CardLifted(0), CardSight.ABSENT));
    states.put(
        "CutShort",
        at(
            new SessionState.CutShort(CUT, false, Finished.ReceiptOutcome.NOT_WANTED, 0),
            CardSight.ABSENT));
    states.put(
        "CutShort, printing, card",
        at(
            new SessionState.CutShort(CUT, true, Finished.ReceiptOutcome.PRINTING, 5),
            CardSight.PRESENT));
    states.put(
        "CutShort, failed, last second",
        at(
            new SessionState.CutShort(CUT, false, Finished.ReceiptOutcome.FAILED, 599),
            CardSight.ABSENT));
    states.put(
        "OutOfService, empty",
        at(new SessionState.OutOfService(FaultCode.E_305), CardSight.ABSENT));
    states.put(
        "OutOfService, card",
        at(new SessionState.OutOfService(FaultCode.E_305), CardSight.PRESENT));
    return states;
  }

  static Map<String, SessionEvent> events() {
    Map<String, SessionEvent> events = new LinkedHashMap<>();
    events.put("SecondPassed", new SessionEvent.SecondPassed());
    for (Action action : Action.values()) {
      events.put("ActionChosen " + action, new SessionEvent.ActionChosen(action));
    }
    for (CardSight sight : CardSight.values()) {
      events.put("CardSeen " + sight, new SessionEvent.CardSeen(sight));
    }
    events.put("PageTurned", new SessionEvent.PageTurned());
    events.put(
        "CodeScanned LibraryCard",
        new SessionEvent.CodeScanned(new BarcodeMeaning.LibraryCard(PATRON)));
    events.put(
        "CodeScanned LibraryCard, another's",
        new SessionEvent.CodeScanned(new BarcodeMeaning.LibraryCard(new PatronId("9999900237"))));
    events.put(
        "CodeScanned LibraryItem",
        new SessionEvent.CodeScanned(new BarcodeMeaning.LibraryItem(ITEM)));
    events.put("CodeScanned Isbn", new SessionEvent.CodeScanned(new BarcodeMeaning.Isbn()));
    events.put("CodeScanned Misread", new SessionEvent.CodeScanned(new BarcodeMeaning.Misread()));
    events.put("CodeScanned Unknown", new SessionEvent.CodeScanned(new BarcodeMeaning.Unknown()));
    events.put("ScanFailed", new SessionEvent.ScanFailed());
    events.put("ScannerSeen no", new SessionEvent.ScannerSeen(false));
    events.put("ScannerSeen yes", new SessionEvent.ScannerSeen(true));
    events.put("LibrarySystemSeen offline", new SessionEvent.LibrarySystemSeen(false));
    events.put("PatronWelcomed", new SessionEvent.PatronWelcomed(ID, STANDING, false, TODAY));
    events.put(
        "PatronTurnedAway E-101",
        new SessionEvent.PatronTurnedAway(ID, Refusal.of(RefusalCode.E_101)));
    events.put(
        "ItemLent", new SessionEvent.ItemLent(ID, ITEM, "やさしい料理", Optional.of(DUE), false, false));
    events.put(
        "ItemRefused E-205", new SessionEvent.ItemRefused(ID, ITEM, Refusal.of(RefusalCode.E_205)));
    events.put("LoanCancelled", new SessionEvent.LoanCancelled(ID, ITEM, true));
    events.put(
        "LoansListed",
        new SessionEvent.LoansListed(
            ID, Optional.of(List.of(new LoanOut(ITEM, "やさしい料理", TODAY.plusDays(3), false)))));
    events.put("LoansListed, no answer", new SessionEvent.LoansListed(ID, Optional.empty()));
    events.put(
        "RenewalAnswered",
        new SessionEvent.RenewalAnswered(
            ID, ITEM, Optional.of(new LoanRenewal.Renewed(TODAY.plusDays(15)))));
    events.put(
        "GivingBackAnswered",
        new SessionEvent.GivingBackAnswered(ID, ITEM, Optional.of(new GivingBack.Taken("やさしい料理"))));
    events.put("ReceiptPrinted", new SessionEvent.ReceiptPrinted(ID));
    events.put("ReceiptFailed", new SessionEvent.ReceiptFailed(ID));
    events.put("SlipPrinted", new SessionEvent.SlipPrinted(ID));
    events.put("SlipFailed", new SessionEvent.SlipFailed(ID));
    events.put(
        "PatronWelcomed, older session",
        new SessionEvent.PatronWelcomed(OLDER, STANDING, false, TODAY));
    events.put("ServiceLost", new SessionEvent.ServiceLost(FaultCode.E_305));
    events.put("KioskClosed yes", new SessionEvent.KioskClosed(true));
    events.put("KioskClosed no", new SessionEvent.KioskClosed(false));
    for (Upkeep upkeep : Upkeep.values()) {
      events.put("UpkeepSet " + upkeep, new SessionEvent.UpkeepSet(upkeep));
    }
    events.put(
        "TroublesSeen",
        new SessionEvent.TroublesSeen(
            List.of(new StaffWords("カードリーダーがありません。", "The card reader is missing."))));
    events.put("StrangersSeen yes", new SessionEvent.StrangersSeen(true));
    events.put("StaffButtonPressed", new SessionEvent.StaffButtonPressed());
    events.put("DoorMoved open", new SessionEvent.DoorMoved(true));
    events.put("CutSessionFound", new SessionEvent.CutSessionFound(CUT));
    events.put("RecordPrinted", new SessionEvent.RecordPrinted());
    events.put("RecordFailed", new SessionEvent.RecordFailed());
    events.put("ServiceRestored", new SessionEvent.ServiceRestored());
    return events;
  }

  /** At a machine that offers everything. */
  static SessionRules rules() {
    Offers standard = Offers.standard();
    return SessionRules.standard()
        .offering(
            new Offers(standard.languages(), Set.of(Offers.Service.values()), standard.help()));
  }

  static KioskState at(SessionState session, CardSight card) {
    return new KioskState(
        session,
        new Station(card, true, true, true, false, false, false, Upkeep.NONE, List.of()),
        Offers.standard().atFirst(),
        0,
        ID.number());
  }

  static Lending lending(Visit visit, Set<ItemBarcode> waiting, Optional<ReceiptChoice> ending) {
    return new Lending(ID, visit, waiting, ending, Notice.NONE);
  }
}
