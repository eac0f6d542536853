package org.kashidashi.kiosk.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.kiosk.Golden;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.audit.CounterOutcome;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.sync.circulation.ItemBarcode;
import org.kashidashi.sync.circulation.PatronId;
import org.kashidashi.sync.registry.counter.StaffCase;
import org.kashidashi.sync.registry.counter.StaffRole;

/** What staff do at the desk every day, linking aside. */
final class DeskScenario {
  @TempDir
  Path folder;

  private DeskStage stage;

  @BeforeEach
  void open() throws Exception {
    stage = DeskStage.open(folder, new SimBench());
  }

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  @Test
  void saysTheSameDayInJapaneseAsReviewed() {
    Golden.file("counter-day-ja.txt").check(day());
  }

  @Test
  void saysTheSameDayInEnglishAsReviewed() {
    stage.speaks(Language.ENGLISH);
    Golden.file("counter-day-en.txt").check(day());
  }

  private String day() {
    stage
        .registry()
        .onLoan("1000000099")
        .staffCase(new StaffCase(
            "case-1",
            "OVER_LIMIT",
            Optional.of(new PatronId(DeskStage.LIBRARY_CARD)),
            Optional.of(new ItemBarcode("1000000016")),
            DeskStage.NOW));
    stage.staff().say("Madoguchi", "madoguchi", "wrong");
    stage.chooses(CounterTask.LEND).say(DeskStage.LIBRARY_CARD, "1000000016", "1000000107", "");
    stage.staff().say(DeskStage.number(CounterTask.TAKE_BACK), "1000000099", "1000000099");
    stage.staff().say("1000000016", "");
    stage.staff().say(DeskStage.number(CounterTask.PATRON), "9784000000000", "9999999999");
    stage.staff().say(DeskStage.number(CounterTask.REGISTER));
    stage.staff().say("貸出太郎", "貸出市図書館町1-1", "19980230", "1998-03-01", "call", "");
    stage.staff().say("1", "1", "1", "1", "2");
    stage.staff().say(DeskStage.number(CounterTask.CASES), "1", "1");
    stage.staff().say("99", "0", "madoguchi", ScriptedDialogue.QUIET);
    return stage.run();
  }

  @Test
  void asksForNoFormWhileItIsTooEarlyToRenew() {
    stage.chooses(CounterTask.RENEW).say(DeskStage.LIBRARY_CARD, "2");
    String said = stage.run();
    assertTrue(said.contains("更新できるのは 20"), said);
    assertFalse(said.contains("氏名"), said);
    assertFalse(stage.registry().calls().contains("renew"), said);
    assertEquals("TOO_EARLY_TO_RENEW", stage.audited().get(1).code());
  }

  @Test
  void writesDownAChangedAddressThoughItIsTooEarlyToRenew() {
    stage.chooses(CounterTask.RENEW).say(DeskStage.LIBRARY_CARD, "1");
    stage.staff().say("貸出太郎", "貸出市図書館町2-2", "19980301", "", "1", "1", "1", "1");
    String said = stage.run();
    assertTrue(stage.registry().calls().contains("renew"), said);
  }

  @Test
  void lendsByLibraryCardOnTheDurablePath() throws Exception {
    stage.chooses(CounterTask.LEND).say(DeskStage.LIBRARY_CARD, "1000000016", "");
    String said = stage.run();
    assertEquals(1, stage.services().store().outboxCounts().pending(), said);
    assertEquals(Optional.empty(), stage.services().lending().cutSession());
    assertEquals(List.of(true), stage.nudges());
    assertTrue(said.contains("済  2026-12-05 まで  日本の図書館"), said);
  }

  @Test
  void asksTheRegistryWhoIsLentToSoThatStaffAreWrittenDown() throws Exception {
    stage.chooses(CounterTask.LEND).say(DeskStage.LIBRARY_CARD, "");
    stage.staff().then(() -> stage.registry().lose(SimulatedCounterRegistry.Loss.QUESTION));
    stage.staff().say(DeskStage.number(CounterTask.LEND), DeskStage.LIBRARY_CARD);
    stage.staff().say("1000000016", "");
    String said = stage.run();
    assertEquals(List.of("patron", "patron"), stage.registry().calls());
    assertEquals(1, stage.services().store().outboxCounts().pending(), said);
  }

  @Test
  void lendsNothingOnceTicketIsOver() throws Exception {
    stage.chooses(CounterTask.LEND).then(stage.registry()::forgetTicket);
    stage.staff().say(DeskStage.LIBRARY_CARD);
    String said = stage.run();
    assertTrue(said.contains("もう一度サインインしてください"), said);
    assertEquals(0, stage.services().store().outboxCounts().pending());
  }

  @Test
  void lendsByMyNumberCardWithoutPin() throws Exception {
    stage
        .chooses(CounterTask.LEND)
        .say("")
        .then(() -> stage.placeCard(CardVariant.NORMAL, 1))
        .say("")
        .then(stage::removeCard)
        .say("", "1000000016", "");
    String said = stage.run();
    assertEquals(1, stage.services().store().outboxCounts().pending(), said);
    assertEquals(Set.of("REST"), Set.copyOf(stage.patron().seen()));
  }

  @Test
  void takesNoCardForTheNextPersonsThatLayThereBefore() {
    stage.placeCard(CardVariant.NORMAL, 1);
    stage
        .chooses(CounterTask.LEND)
        .say("", "")
        .then(stage::removeCard)
        .say("")
        .then(() -> stage.placeCard(CardVariant.NORMAL, 3))
        .say("")
        .then(stage::removeCard)
        .say("", "");
    String said = stage.run();
    assertTrue(said.contains("カードがまだ残っています"), said);
    assertTrue(said.contains("****344"), said);
    assertFalse(said.contains("****120"), said);
  }

  @Test
  void leavesNothingOnTheScreenForTheNextMemberOfStaff() {
    stage.chooses(CounterTask.PATRON).say(DeskStage.LIBRARY_CARD, "0");
    String said = stage.run();
    int cleared = said.lastIndexOf("(screen cleared)");
    assertTrue(cleared > said.lastIndexOf("****120"), said);
    assertEquals(CounterTask.SIGN_OUT, stage.audited().getLast().task());
  }

  @Test
  void doesNotKnowWhetherItemWasTakenBackWhenTheAnswerIsLost() {
    stage.registry().onLoan("1000000099").lose(SimulatedCounterRegistry.Loss.ANSWER);
    stage.chooses(CounterTask.TAKE_BACK).say("1000000099");
    String said = stage.run();
    assertTrue(said.contains("返却されたかどうか、わかりません"), said);
    assertEquals(CounterOutcome.NOT_KNOWN, stage.audited().get(1).outcome());
  }

  @Test
  void saysWhyCardDoesNotServe() {
    stage
        .chooses(CounterTask.LEND)
        .say("")
        .then(() -> stage.placeCard(CardVariant.JUKI, 1))
        .say("");
    String said = stage.run();
    assertTrue(said.contains("住民基本台帳カードは使えません"), said);
    assertEquals(
        new AuditRecord.AtCounter(CounterTask.LEND, CounterOutcome.REFUSED, "JUKI_CARD"),
        stage.audited().get(1));
  }

  @Test
  void lendsWhileCentralIsAwayAndTakesNothingBack() throws Exception {
    stage.chooses(CounterTask.LEND).say(DeskStage.LIBRARY_CARD, "");
    stage.staff().then(this::centralDown).say(DeskStage.number(CounterTask.LEND));
    stage.staff().say(DeskStage.LIBRARY_CARD, "1000000016", "");
    stage.staff().then(() -> stage.registry().lose(SimulatedCounterRegistry.Loss.QUESTION));
    stage.staff().say(DeskStage.number(CounterTask.TAKE_BACK), "1000000016");
    String said = stage.run();
    assertTrue(said.contains("図書館システムにはあとで送ります"), said);
    assertTrue(said.contains("まだ送っていない貸出が 1 点あります"), said);
    assertTrue(said.contains("返却されたかどうか、わかりません"), said);
    assertEquals(1, stage.services().store().outboxCounts().pending());
  }

  private void centralDown() {
    try {
      stage.station().centralDown();
    } catch (org.kashidashi.central.store.StoreException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void tellsOfLockedAccountAndWipesEveryPassword() {
    for (int attempt = 0; attempt < 4; attempt++) {
      stage.staff().say("madoguchi", "wrong" + attempt);
    }
    String said = stage.run();
    assertTrue(said.contains("LOCKED_OUT"), said);
    assertFalse(said.contains("wrong"), said);
    assertFalse(stage.registry().isSignedIn());
  }

  @Test
  void signsOutWhenItIsQuietInTheMiddleOfTask() {
    stage.chooses(CounterTask.REGISTER).say("貸出太郎", ScriptedDialogue.QUIET);
    String said = stage.run();
    assertFalse(stage.registry().isSignedIn());
    assertFalse(stage.registry().calls().contains("register"));
    assertTrue(said.contains("しばらく操作がなかったので"), said);
  }

  @Test
  void asksToSignInAgainWhenTicketIsOver() {
    stage
        .chooses(CounterTask.CASES)
        .then(stage.registry()::forgetTicket)
        .say(DeskStage.number(CounterTask.CASES));
    String said = stage.run();
    assertTrue(said.contains("もう一度サインインしてください"), said);
    assertEquals(CounterOutcome.SIGNED_OUT, stage.audited().get(2).outcome(), said);
    assertEquals(CounterTask.SIGN_OUT, stage.audited().getLast().task());
  }

  @Test
  void showsOnlyWhatLibraryOffersAndRoleAllows() {
    stage.offers(CounterTask.LEND, CounterTask.LINK, CounterTask.CASES);
    stage.registry().roles(StaffRole.CIRCULATION);
    stage.staff().say("madoguchi", SimulatedCounterRegistry.PASSWORD, "3", "0");
    String said = stage.run();
    assertTrue(said.contains("   1  貸し出す\n   2  確かめること\n   0  サインアウト"), said);
    assertFalse(said.contains("連携"), said);
  }

  @Test
  void tellsThatRoleDoesNotAllowToSettle() {
    stage
        .registry()
        .roles(StaffRole.CIRCULATION)
        .staffCase(new StaffCase(
            "case-1", "NEW_REASON", Optional.empty(), Optional.empty(), DeskStage.NOW));
    stage.offers(CounterTask.CASES);
    stage.staff().say("madoguchi", SimulatedCounterRegistry.PASSWORD, "1", "1", "1");
    String said = stage.run();
    assertTrue(said.contains("あなたの権限ではできません"), said);
    assertEquals(1, stage.registry().open());
  }

  @Test
  void unlinksByTelephoneAfterReadingBack() {
    link();
    stage.chooses(CounterTask.UNLINK).say(DeskStage.LIBRARY_CARD, "1", "1");
    String said = stage.run();
    assertEquals(Optional.empty(), stage.registry().linkedOn(DeskStage.LIBRARY_CARD));
    assertTrue(said.contains("0120-95-0178"), said);
    assertTrue(said.contains("貸出券 ****120、連携した日 2026-11-20"), said);
    assertFalse(
        said.lines()
            .filter(line -> !line.startsWith("貸出券の番号"))
            .anyMatch(line -> line.contains(DeskStage.LIBRARY_CARD)),
        said);
    assertTrue(stage.registry().calls().contains("unlink CARD_LOST"));
  }

  @Test
  void leavesLinkWhenCallerDoesNotConfirm() {
    link();
    stage.chooses(CounterTask.UNLINK).say(DeskStage.LIBRARY_CARD, "1", "2");
    stage.run();
    assertTrue(stage.registry().linkedOn(DeskStage.LIBRARY_CARD).isPresent());
  }

  @Test
  void looksBeforeUnlinkingAgainAfterLostAnswer() {
    link();
    stage.registry().lose(SimulatedCounterRegistry.Loss.ANSWER);
    stage.chooses(CounterTask.UNLINK).say(DeskStage.LIBRARY_CARD, "2", "1");
    String said = stage.run();
    assertTrue(said.contains("の連携をやめました"), said);
    assertEquals(
        1,
        stage.registry().calls().stream()
            .filter(call -> call.startsWith("unlink"))
            .count());
  }

  @Test
  void saysThatUnlinkingMayBeDoneYetWhenOnlyTheAnswerIsMissing() {
    link();
    stage.registry().lose(SimulatedCounterRegistry.Loss.DEED);
    stage.chooses(CounterTask.UNLINK).say(DeskStage.LIBRARY_CARD, "2", "1");
    String said = stage.run();
    assertTrue(said.replace("\n", "").contains("あとから処理されるかもしれません"), said);
    assertEquals(CounterOutcome.NOT_KNOWN, stage.audited().get(1).outcome());
  }

  @Test
  void letsTheRegistryTellWhetherThereIsALinkOfTheOldMethod() {
    stage.registry().oldLink(DeskStage.LIBRARY_CARD);
    stage.chooses(CounterTask.UNLINK).say(DeskStage.LIBRARY_CARD, "2", "1");
    stage.staff().say(DeskStage.number(CounterTask.UNLINK), DeskStage.LIBRARY_CARD, "2", "1");
    String said = stage.run();
    assertTrue(said.contains("の連携をやめました"), said);
    assertEquals(CounterOutcome.DONE, stage.audited().get(1).outcome());
    assertEquals("NOT_LINKED", stage.audited().get(2).code());
  }

  private void link() {
    stage.registry().linked(DeskStage.LIBRARY_CARD, LocalDate.parse("2026-11-20"));
  }
}
