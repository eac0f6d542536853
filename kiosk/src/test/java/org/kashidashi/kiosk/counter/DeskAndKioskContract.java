package org.kashidashi.kiosk.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.central.demo.DemoLibrary;
import org.kashidashi.central.library.LibraryRules;
import org.kashidashi.central.library.MyKeyMade;
import org.kashidashi.central.library.Reissue;
import org.kashidashi.hal.sim.CardHolder;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.kiosk.counter.PatronFacing.SamePins;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.IdentifierKind;

/** What the desk did with the real central, the self-checkout knows; at any reader. */
abstract class DeskAndKioskContract {
  private static final String LIBRARY_CARD = "9999900120";
  private static final String BOOK = "1000000016";
  private static final String PIN = "1234";

  /** Linked to the library card. */
  private static final int HOLDER = 1;

  /** Known to the authority, and linked to nobody. */
  private static final int NEWCOMER = 20;

  /** Has made a MyKey ID at home. */
  private static final int WITH_MYKEY_ID = 40;

  /** The card that comes in place of another. */
  private static final int REISSUED = 41;

  @TempDir
  Path folder;

  private DeskAndKiosk library;

  /** The reader to work at; closed with the library. */
  abstract CardBench bench();

  @BeforeEach
  void open() throws Exception {
    library = new DeskAndKiosk(folder.resolve("relinking"), bench(), UnaryOperator.identity());
  }

  @AfterEach
  void close() throws Exception {
    library.close();
  }

  @Test
  void refusesCardAtSelfCheckoutUntilItIsLinkedAtTheDesk() {
    assertRefused("E-101", library.atKiosk(NEWCOMER));
    register(SamePins.SAME, PIN);
    assertInstanceOf(Screen.TakeCard.class, library.atKiosk(NEWCOMER));
  }

  @Test
  void linksWithDifferentPins() {
    library.patron().types(SamePins.DIFFERENT, "5678", PIN);
    library.place(CardHolder.numbered(NEWCOMER).withInputPin("5678"));
    String said = library.serve(CounterTask.REGISTER, form());
    assertTrue(said.contains("と連携しました"), said);
    assertInstanceOf(Screen.TakeCard.class, library.atKiosk(NEWCOMER));
  }

  @Test
  void leavesCardUnlinkedAfterTwoWrongPins() {
    library.place(NEWCOMER);
    library.patron().types(SamePins.SAME, "0000", "0001");
    String said = library.serve(CounterTask.REGISTER, form());
    assertTrue(said.contains("残り 1 回です"), said);
    assertRefused("E-101", library.atKiosk(NEWCOMER));
  }

  @Test
  void refusesLostCardAtSelfCheckoutOnceItIsUnlinkedByTelephone() {
    assertInstanceOf(Screen.TakeCard.class, library.atKiosk(HOLDER));
    String said = library.serve(CounterTask.UNLINK, LIBRARY_CARD, "1", "1");
    assertTrue(said.contains("の連携をやめました"), said);
    assertRefused("E-101", library.atKiosk(HOLDER));
  }

  @Test
  void asksForNewLinkAfterReissueAndServesItThen() {
    library.serve(CounterTask.UNLINK, LIBRARY_CARD, "2", "1");
    assertRefused("E-115", library.atKiosk(HOLDER));
    library.place(HOLDER);
    library.patron().types(SamePins.SAME, PIN);
    String said = library.serve(
        CounterTask.LINK, ScriptedDialogue.SCAN + LIBRARY_CARD, "1", "1", DeskAndKiosk.CARD);
    assertTrue(said.contains("と連携しました"), said);
    assertInstanceOf(Screen.TakeCard.class, library.atKiosk(HOLDER));
  }

  @Test
  void asksForNewLinkOfReissuedCard() {
    library.station().authority().reissue(subject(HOLDER), subject(REISSUED));
    assertRefused("E-105", library.atKiosk(HOLDER));
    assertRefused("E-101", library.atKiosk(REISSUED));
    library.serve(CounterTask.UNLINK, LIBRARY_CARD, "2", "1");
    library.place(REISSUED);
    library.patron().types(SamePins.SAME, PIN);
    String said = library.serve(
        CounterTask.LINK, ScriptedDialogue.SCAN + LIBRARY_CARD, "1", "1", DeskAndKiosk.CARD);
    assertTrue(said.contains("と連携しました"), said);
    assertInstanceOf(Screen.TakeCard.class, library.atKiosk(REISSUED));
  }

  @Test
  void servesReissuedCardAtOnceWhereLinksAreInherited() throws Exception {
    library.close();
    library =
        new DeskAndKiosk(folder.resolve("inheriting"), bench(), DeskAndKioskContract::inheriting);
    library.place(WITH_MYKEY_ID);
    library.patron().types(SamePins.SAME, PIN);
    String said = library.serve(CounterTask.REGISTER, form());
    assertTrue(said.contains("と連携しました(マイキーID)"), said);
    library.station().authority().reissue(subject(WITH_MYKEY_ID), subject(REISSUED));
    assertInstanceOf(Screen.TakeCard.class, library.atKiosk(REISSUED));
  }

  private static LibraryRules inheriting(LibraryRules usual) {
    return new LibraryRules(
        usual.linkTo(),
        usual.lendTo(),
        Reissue.INHERIT,
        IdentifierKind.MYKEY_ID,
        MyKeyMade.BEFOREHAND,
        usual.taken(),
        usual.validity());
  }

  private static String subject(int holder) {
    return CardHolder.numbered(holder).subjectCode();
  }

  @Test
  void migratesLinkOfTheOldMethod() throws Exception {
    library.serve(CounterTask.UNLINK, LIBRARY_CARD, "3", "1");
    DemoLibrary.addOldLink(library.station().centralConfig(), new PatronId(LIBRARY_CARD));
    library.place(NEWCOMER);
    library.patron().types(SamePins.SAME, PIN);
    String said = library.serve(
        CounterTask.MIGRATE, ScriptedDialogue.SCAN + LIBRARY_CARD, "1", "1", DeskAndKiosk.CARD);
    assertTrue(said.contains("と連携しました"), said);
    assertInstanceOf(Screen.TakeCard.class, library.atKiosk(NEWCOMER));
  }

  @Test
  void lendsByCardAndTakesBackOnceTheLoanIsSent() {
    library.place(HOLDER);
    String lent =
        library.serve(CounterTask.LEND, "", DeskAndKiosk.CARD, DeskAndKiosk.TAKEN, BOOK, "");
    assertTrue(lent.contains("1 点を貸し出しました"), lent);
    library.deskSends();
    String back = library.serve(CounterTask.TAKE_BACK, BOOK, "");
    assertTrue(back.contains("1 点の返却を受けました"), back);
  }

  @Test
  void lendsByBarcodeAndTakesBackOnceTheLoanIsSent() {
    String lent = library.serve(CounterTask.LEND, LIBRARY_CARD, BOOK, "");
    assertTrue(lent.contains("1 点を貸し出しました"), lent);
    library.deskSends();
    assertTrue(library.serve(CounterTask.TAKE_BACK, BOOK, "").contains("1 点の返却を受けました"));
    // Its answer may have been lost: it is said again.
    assertTrue(library.serve(CounterTask.TAKE_BACK, BOOK, "").contains("1 点の返却を受けました"));
  }

  private void register(SamePins told, String... pins) {
    library.place(NEWCOMER);
    library.patron().types(told, pins);
    String said = library.serve(CounterTask.REGISTER, form());
    assertTrue(said.contains("貸出券の番号は 99999"), said);
  }

  private static String[] form() {
    return new String[] {
      "貸出太郎", "貸出市図書館町1-1", "19980301", "000-000-0000", "1", "1", "1", "1", "1", DeskAndKiosk.CARD
    };
  }

  private static void assertRefused(String code, Screen screen) {
    Screen.Refused refused = assertInstanceOf(Screen.Refused.class, screen);
    assertEquals(code, refused.refusal().shownCode());
  }
}
