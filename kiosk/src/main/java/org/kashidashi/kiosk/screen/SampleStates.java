package org.kashidashi.kiosk.screen;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kashidashi.kiosk.fault.FaultCode;
import org.kashidashi.kiosk.session.CardSight;
import org.kashidashi.kiosk.session.HelpTopic;
import org.kashidashi.kiosk.session.KioskState;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.kiosk.session.Notice;
import org.kashidashi.kiosk.session.Offers;
import org.kashidashi.kiosk.session.Preferences;
import org.kashidashi.kiosk.session.ReceiptChoice;
import org.kashidashi.kiosk.session.Refusal;
import org.kashidashi.kiosk.session.RefusalCode;
import org.kashidashi.kiosk.session.SessionId;
import org.kashidashi.kiosk.session.SessionRules;
import org.kashidashi.kiosk.session.SessionState;
import org.kashidashi.kiosk.session.SessionState.Attended;
import org.kashidashi.kiosk.session.SessionState.AwaitingCard;
import org.kashidashi.kiosk.session.SessionState.AwaitingLibraryCard;
import org.kashidashi.kiosk.session.SessionState.CardLeft;
import org.kashidashi.kiosk.session.SessionState.Finished;
import org.kashidashi.kiosk.session.SessionState.Finished.ReceiptOutcome;
import org.kashidashi.kiosk.session.SessionState.Lending;
import org.kashidashi.kiosk.session.SessionState.StillThere;
import org.kashidashi.kiosk.session.SessionState.TakingCard;
import org.kashidashi.kiosk.session.StaffWords;
import org.kashidashi.kiosk.session.Station;
import org.kashidashi.kiosk.session.Upkeep;
import org.kashidashi.kiosk.session.Visit;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.Renewal;

/** States that show every screen, with every text in one of them. */
public final class SampleStates {
  public static final Site SITE = new Site(
      "貸出市立図書館",
      "1号機",
      "カウンター",
      "099-999-9999",
      "https://library.example",
      "9:00-20:00 (月曜休館)",
      "0120-95-0178",
      new HelpDesk("0120-95-0178", "9:30-20:00", "9:30-17:30", "12/29-1/3", "1"),
      new HelpDesk("0570-02-2325 / 03-5625-3849", "9:00-20:00", "", "12/29-1/3", ""));

  private static final SessionId ID = SessionId.of(7);
  private static final StaffWords LINK_DOWN = new StaffWords(
      "ネットワークのケーブルが抜けているか、スイッチの電源が切れています。", "The network cable is out, or its switch is off.");
  private static final StaffWords LOANS_WAIT =
      new StaffWords("長く送信を待っている貸出があります。", "Loans have waited long to be sent.");
  private static final StaffWords DISK_FULL =
      new StaffWords("ディスクの空きが少ないです。", "The disk is nearly full.");

  private static final Station CALM =
      new Station(CardSight.ABSENT, true, true, true, false, false, false, Upkeep.NONE, List.of());
  private static final Station WITH_CARD =
      new Station(CardSight.PRESENT, true, true, true, false, false, false, Upkeep.NONE, List.of());
  private static final Station OFFLINE =
      new Station(CardSight.ABSENT, false, true, true, false, false, false, Upkeep.NONE, List.of());
  private static final Station NO_RECEIPTS =
      new Station(CardSight.ABSENT, true, true, false, false, false, false, Upkeep.NONE, List.of());
  private static final Station NO_SCANNER =
      new Station(CardSight.ABSENT, true, false, true, false, false, false, Upkeep.NONE, List.of());

  private static final Station CALLING =
      new Station(CardSight.ABSENT, true, true, true, false, true, false, Upkeep.NONE, List.of());
  private static final Station STRANGERS =
      new Station(CardSight.ABSENT, true, true, true, true, false, false, Upkeep.NONE, List.of());

  /** Of a library that offers everything. */
  public static final SessionRules RULES = SessionRules.standard()
      .offering(new Offers(
          List.of(Language.values()),
          EnumSet.allOf(Offers.Service.class),
          List.of(HelpTopic.values())));

  /** As the machine is at first. */
  public static final Preferences JAPANESE = Preferences.of(Language.JAPANESE);

  private SampleStates() {}

  /** S0, as it is most of the time. */
  public static KioskState idle() {
    return at(new SessionState.Idle(), CALM);
  }

  /** By name, such as {@code s0-idle} or {@code e-101}. */
  public static Map<String, KioskState> all() {
    Map<String, KioskState> states = new LinkedHashMap<>();
    identifying(states);
    lending(states);
    finished(states);
    refusals(states);
    others(states);
    Lending under = new Lending(
        ID,
        VisitSamples.visitOf(VisitSamples.threeLines()),
        Set.of(),
        Optional.empty(),
        Notice.NONE);
    new OwnLoanSamples(under, session -> at(session, CALM)).addTo(states);
    return states;
  }

  private static void identifying(Map<String, KioskState> states) {
    states.put("s0-idle", at(new SessionState.Idle(), CALM));
    states.put("s0-idle-unknown-keyboard", at(new SessionState.Idle(), STRANGERS));
    states.put(
        "s0-idle-preferred",
        at(new SessionState.Idle(), CALM).preferring(JAPANESE.withLarge(true).withContrast(true)));
    states.put(
        "s0-idle-offline",
        at(
            new SessionState.Idle(),
            new Station(
                CardSight.ABSENT,
                false,
                true,
                false,
                false,
                false,
                false,
                Upkeep.NONE,
                List.of())));
    states.put("s1-card", at(new AwaitingCard(ID, 0, Notice.NONE), CALM));
    states.put("s1-card-there", at(new AwaitingCard(ID, 0, Notice.NONE), WITH_CARD));
    states.put("s1-card-first", at(new AwaitingCard(ID, 1, Notice.PLACE_CARD_FIRST), CALM));
    states.put("s1-item-first", at(new AwaitingCard(ID, 0, Notice.CARD_BEFORE_ITEMS), CALM));
    states.put("s1-no-scanner", at(new AwaitingCard(ID, 0, Notice.NONE), NO_SCANNER));
    states.put("s1-library-card", at(new AwaitingLibraryCard(ID, Notice.NONE), CALM));
    states.put(
        "s1-no-library-card", at(new AwaitingLibraryCard(ID, Notice.NOT_A_LIBRARY_CARD), CALM));
    states.put("s2-reading", at(new SessionState.ReadingCard(ID, 2), WITH_CARD));
    states.put("s2-looking-up", at(new SessionState.LookingUp(ID, 1), CALM));
    states.put(
        "s3-take-card",
        at(
            new TakingCard(ID, VisitSamples.visit(VisitSamples.FAR, Renewal.AUTOMATIC), 2),
            WITH_CARD));
    states.put(
        "s3-take-card-pressing",
        at(
            new TakingCard(ID, VisitSamples.visit(VisitSamples.FAR, Renewal.AUTOMATIC), 9),
            WITH_CARD));
  }

  private static void lending(Map<String, KioskState> states) {
    Visit fresh = VisitSamples.visit(VisitSamples.FAR, Renewal.AUTOMATIC);
    states.put("s4-nothing-yet", lending(fresh, CALM, Notice.NONE));
    states.put(
        "s4-lending", lending(VisitSamples.visitOf(VisitSamples.threeLines()), CALM, Notice.NONE));
    states.put(
        "s4-staff-called",
        lending(VisitSamples.visitOf(VisitSamples.threeLines()), CALLING, Notice.NONE));
    states.put(
        "s4-many", lending(VisitSamples.visitOf(VisitSamples.manyLines()), CALM, Notice.NONE));
    states.put(
        "s4-every-item-refusal",
        lending(VisitSamples.visitOf(VisitSamples.itemRefusals()), CALM, Notice.NONE));
    states.put(
        "s4-latest-refusals",
        lending(VisitSamples.visitOf(VisitSamples.latestRefusals()), CALM, Notice.NONE));
    states.put(
        "s4-no-receipts",
        lending(VisitSamples.visitOf(VisitSamples.threeLines()), NO_RECEIPTS, Notice.NONE));
    states.put(
        "s4-ends-automatic",
        lending(VisitSamples.visit(VisitSamples.NEAR, Renewal.AUTOMATIC), CALM, Notice.NONE));
    states.put(
        "s4-ends-failed",
        lending(
            VisitSamples.visit(VisitSamples.NEAR, Renewal.AUTOMATIC_FAILED), CALM, Notice.NONE));
    states.put(
        "s4-ends-with-proof",
        lending(VisitSamples.visit(VisitSamples.NEAR, Renewal.WITH_PROOF), CALM, Notice.NONE));
    states.put("s4-scan-an-item", lending(fresh, CALM, Notice.SCAN_AN_ITEM));
    states.put(
        "s4-scan-again",
        lending(VisitSamples.visitOf(VisitSamples.threeLines()), CALM, Notice.SCAN_AGAIN));
    states.put(
        "s4-enough",
        lending(VisitSamples.visitOf(VisitSamples.manyLines()), CALM, Notice.ENOUGH_ITEMS));
    states.put(
        "s4-no-scanner",
        lending(VisitSamples.visitOf(VisitSamples.threeLines()), NO_SCANNER, Notice.NONE));
    states.put("s4-offline", lending(VisitSamples.offline(), OFFLINE, Notice.NONE));
    states.put("s4-no-clock", lending(VisitSamples.withoutDates(), CALM, Notice.NONE));
    states.put(
        "s4-waiting",
        at(
            new Lending(
                ID,
                VisitSamples.visitOf(VisitSamples.threeLines()),
                Set.of(new ItemBarcode("10000007")),
                Optional.empty(),
                Notice.NONE),
            CALM));
    states.put(
        "s4-ending",
        at(
            new Lending(
                ID,
                VisitSamples.visitOf(VisitSamples.threeLines()),
                Set.of(new ItemBarcode("10000007")),
                Optional.of(ReceiptChoice.PRINT),
                Notice.NONE),
            CALM));
  }

  private static void finished(Map<String, KioskState> states) {
    Visit three = VisitSamples.visitOf(VisitSamples.threeLines());
    states.put("s5-printed", at(new Finished(ID, three, ReceiptOutcome.PRINTED, 0), CALM));
    states.put("s5-printing", at(new Finished(ID, three, ReceiptOutcome.PRINTING, 0), CALM));
    states.put("s5-no-receipt", at(new Finished(ID, three, ReceiptOutcome.NOT_WANTED, 3), CALM));
    states.put(
        "s5-receipt-failed", at(new Finished(ID, three, ReceiptOutcome.FAILED, 1), NO_RECEIPTS));
    states.put(
        "s5-many-receipt-failed",
        at(
            new Finished(
                ID, VisitSamples.visitOf(VisitSamples.manyLines()), ReceiptOutcome.FAILED, 1),
            NO_RECEIPTS));
    states.put(
        "s5-nothing",
        at(
            new Finished(
                ID,
                VisitSamples.visit(VisitSamples.FAR, Renewal.AUTOMATIC),
                ReceiptOutcome.NOT_WANTED,
                0),
            CALM));
    states.put(
        "s5-offline",
        at(new Finished(ID, VisitSamples.offline(), ReceiptOutcome.PRINTED, 0), OFFLINE));
    states.put(
        "s5-several-dates",
        at(new Finished(ID, VisitSamples.severalDates(), ReceiptOutcome.PRINTED, 0), CALM));
    states.put(
        "s5-no-clock",
        at(new Finished(ID, VisitSamples.withoutDates(), ReceiptOutcome.PRINTED, 0), CALM));
  }

  private static void refusals(Map<String, KioskState> states) {
    for (RefusalCode code : RefusalCode.values()) {
      if (!code.ways().isEmpty()) {
        states.put(name(code.code()), refused(VisitSamples.refusal(code), CALM));
      }
    }
    for (ReceiptOutcome slip : ReceiptOutcome.values()) {
      states.put(
          "e-101-slip-" + slip.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          at(new SessionState.Refused(ID, VisitSamples.refusal(RefusalCode.E_101), 0, slip), CALM));
    }
    states.put("e-101-no-printer", refused(VisitSamples.refusal(RefusalCode.E_101), NO_RECEIPTS));
    states.put("e-103-with-card", refused(VisitSamples.refusal(RefusalCode.E_103), WITH_CARD));
    states.put("e-205-alone", refused(VisitSamples.refusal(RefusalCode.E_205), CALM));
    for (FaultCode fault : List.of(FaultCode.E_302, FaultCode.E_303)) {
      states.put(name(fault.code()), refused(Refusal.of(fault), CALM));
    }
  }

  private static void others(Map<String, KioskState> states) {
    Attended card = new AwaitingCard(ID, 0, Notice.NONE);
    Attended lending = new Lending(
        ID,
        VisitSamples.visitOf(VisitSamples.threeLines()),
        Set.of(),
        Optional.empty(),
        Notice.NONE);
    states.put("t1-lending", at(new StillThere(ID, lending, 30), CALM));
    states.put("t1-card", at(new StillThere(ID, card, 12), CALM));
    states.put("l0-card-left", at(new CardLeft(3, false), WITH_CARD));
    states.put("l1-card-left", at(new CardLeft(10, false), WITH_CARD));
    states.put("l2-card-left", at(new CardLeft(15, false), WITH_CARD));
    states.put("l3-card-left", at(new CardLeft(3725, false), WITH_CARD));
    states.put("l2-another-card", at(new CardLeft(40, true), WITH_CARD));
    states.put("l4-card-lifted", at(new SessionState.CardLifted(1), CALM));
    for (HelpTopic topic : HelpTopic.values()) {
      int page = RULES.offers().helpPages().indexOf(topic);
      if (page > 0) {
        states.put(
            "help-" + topic.name().toLowerCase(Locale.ROOT),
            at(new SessionState.Aside(SessionState.Aside.Subject.HELP, page, card), CALM));
      }
    }
    states.put(
        "languages",
        at(
            new SessionState.Aside(
                SessionState.Aside.Subject.LANGUAGES, 0, new SessionState.Idle()),
            CALM));
    states.put("help", at(new SessionState.Aside(SessionState.Aside.Subject.HELP, 0, card), CALM));
    cutShort(states);
    states.put("e-305", at(new SessionState.OutOfService(FaultCode.E_305), CALM));
    states.put("e-305-with-card", at(new SessionState.OutOfService(FaultCode.E_305), WITH_CARD));
    states.put(
        "e-305-closed", at(new SessionState.Idle(), keptUp(Upkeep.CLOSED, List.of(LOANS_WAIT))));
    states.put(
        "e-305-maintenance",
        at(
            new SessionState.Idle(),
            keptUp(Upkeep.MAINTENANCE, List.of(LINK_DOWN, LOANS_WAIT, DISK_FULL))));
  }

  private static Station keptUp(Upkeep upkeep, List<StaffWords> troubles) {
    return new Station(CardSight.ABSENT, true, true, true, false, false, false, upkeep, troubles);
  }

  private static void cutShort(Map<String, KioskState> states) {
    for (ReceiptOutcome slip : ReceiptOutcome.values()) {
      states.put(
          "e-306-slip-" + slip.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          at(new SessionState.CutShort(VisitSamples.cut(), false, slip, 3), CALM));
    }
    states.put(
        "e-306-listed",
        at(
            new SessionState.CutShort(VisitSamples.cut(), true, ReceiptOutcome.NOT_WANTED, 3),
            NO_RECEIPTS));
  }

  /** The lending screen of a visit. */
  public static KioskState lendingTo(Visit visit) {
    return lending(visit, CALM, Notice.NONE);
  }

  private static KioskState lending(Visit visit, Station station, Notice notice) {
    return at(new Lending(ID, visit, Set.of(), Optional.empty(), notice), station);
  }

  private static KioskState refused(Refusal refusal, Station station) {
    return at(new SessionState.Refused(ID, refusal, 0), station);
  }

  private static KioskState at(SessionState session, Station station) {
    return new KioskState(session, station, JAPANESE, 12, 7);
  }

  private static String name(String code) {
    return code.toLowerCase(Locale.ROOT);
  }
}
