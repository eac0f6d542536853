package org.kashidashi.kiosk.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.hal.card.jpki.pin.Opening;
import org.kashidashi.hal.card.jpki.pin.Pin;
import org.kashidashi.hal.card.jpki.pin.PinLayout;
import org.kashidashi.hal.card.jpki.pin.PinName;
import org.kashidashi.hal.card.jpki.pin.PinSession;
import org.kashidashi.hal.card.jpki.pin.PinStanding;
import org.kashidashi.hal.sim.CardFault;
import org.kashidashi.hal.sim.CardHolder;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.kiosk.Golden;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.audit.CounterOutcome;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.kiosk.counter.PatronFacing.SamePins;
import org.kashidashi.kiosk.session.Language;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.LinkApplication;

/** Linking a virtual card at the desk, with staff, person and registry by script. */
final class LinkingScenario {
  private static final String PIN = "1234";

  @TempDir
  Path folder;

  private final SimBench bench = new SimBench();
  private DeskStage stage;
  private SimCard card;

  @BeforeEach
  void open() throws Exception {
    stage = DeskStage.open(folder, bench);
    card = stage.station().card(CardVariant.NORMAL, DeskStage.HOLDER);
  }

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  @Test
  void linksWithSamePinsInJapaneseAsReviewed() {
    Golden.file("counter-link-ja.txt").check(linkWithSamePins());
  }

  @Test
  void linksWithSamePinsInEnglishAsReviewed() {
    stage.speaks(Language.ENGLISH);
    Golden.file("counter-link-en.txt").check(linkWithSamePins());
  }

  private String linkWithSamePins() {
    stage.patron().types(SamePins.SAME, PIN);
    chooseLink().then(stage::removeCard).say("");
    String said = stage.run();
    assertTrue(stage.registry().linkedOn(DeskStage.LIBRARY_CARD).isPresent(), said);
    assertTrue(application().cardKey().isPresent());
    assertEquals(
        List.of(
            "REST",
            "CONSENT",
            "PUT_CARD",
            "SAME_PINS",
            "PIN BOTH 3",
            "WORKING",
            "WORKING",
            "WORKING",
            "DONE",
            "REST",
            "REST"),
        stage.patron().seen());
    assertPinsWiped();
    return said;
  }

  @ParameterizedTest
  @EnumSource(names = {"DIFFERENT", "UNKNOWN"})
  void triesPinOnNothingButTheKeyItWasGivenFor(SamePins told) {
    card = stage
        .station()
        .card(CardVariant.NORMAL, CardHolder.numbered(DeskStage.HOLDER).withInputPin("5678"));
    stage.patron().types(told, "5678", PIN);
    chooseLink();
    String said = stage.run();
    assertTrue(stage.patron().seen().contains("PIN CARD_FACE_INPUT 3"));
    assertFalse(said.contains("が違います"), said);
    assertTrue(application().cardKey().isPresent());
    assertPinsWiped();
  }

  @Test
  void stopsAfterTwoWrongPinsAndKeepsTheLastTry() {
    stage.patron().types(SamePins.SAME, "0000", "0001");
    chooseLink();
    String said = stage.run();
    assertTrue(said.contains("残り 2 回です"), said);
    assertTrue(stage.patron().seen().contains("PIN BOTH 2 again"));
    assertTrue(stage.patron().seen().contains("LAST_TRY_KEPT CARD_FACE_INPUT"));
    assertEquals(new PinStanding.LastTryKept(), standing(PinName.CARD_FACE_INPUT));
    assertEquals(new PinStanding.TriesLeft(3), standing(PinName.USER_AUTHENTICATION));
    assertNothingDone("LAST_TRY_KEPT");
    assertFalse(said.contains("0000") || said.contains("0001"), said);
    assertPinsWiped();
  }

  @Test
  void asksNoPinOfCardWithItsLastTry() {
    stage.wantsCardKeys().patron().types(SamePins.SAME, "0000", "0001");
    chooseLink().then(stage::removeCard).say("");
    stage
        .staff()
        .say(
            DeskStage.number(CounterTask.LINK),
            ScriptedDialogue.SCAN + DeskStage.LIBRARY_CARD,
            "1",
            "1")
        .then(this::place)
        .say("");
    stage.run();
    long asked =
        stage.patron().seen().stream().filter(sight -> sight.startsWith("PIN ")).count();
    assertEquals(2, asked, stage.patron().seen()::toString);
    assertEquals(new PinStanding.LastTryKept(), standing(PinName.CARD_FACE_INPUT));
    assertEquals(new PinStanding.TriesLeft(3), standing(PinName.USER_AUTHENTICATION));
  }

  @Test
  void keepsTheLastTryOfTheOtherPin() {
    stage.patron().types(SamePins.DIFFERENT, PIN, "0000", "0001");
    chooseLink();
    stage.run();
    assertTrue(stage.patron().seen().contains("LAST_TRY_KEPT USER_AUTHENTICATION"));
    assertEquals(new PinStanding.LastTryKept(), standing(PinName.USER_AUTHENTICATION));
    assertNothingDone("LAST_TRY_KEPT");
    assertPinsWiped();
  }

  @Test
  void triesNoPinOnCardOfThePersonBefore() {
    SimCard before = stage.station().card(CardVariant.NORMAL, 1);
    stage.placeCard(before);
    stage.patron().types(SamePins.SAME, PIN);
    stage
        .chooses(CounterTask.LINK)
        .say(ScriptedDialogue.SCAN + DeskStage.LIBRARY_CARD, "1", "1")
        .then(stage::removeCard)
        .say("")
        .then(this::place)
        .say("");
    String said = stage.run();
    assertTrue(said.contains("カードがまだ残っています"), said);
    assertTrue(stage.registry().linkedOn(DeskStage.LIBRARY_CARD).isPresent(), said);
  }

  @Test
  void asksNothingOfCardOncePersonHasStopped() {
    stage.patron().stops();
    chooseLink();
    stage.run();
    assertEquals(List.of(), bench.reader().sent());
    assertEquals(CounterOutcome.STOPPED, stage.audited().get(1).outcome());
  }

  @Test
  void asksPersonNothingWhileLibraryCardIsExpired() {
    stage.registry().patron(DeskStage.LIBRARY_CARD, LocalDate.parse("2026-11-19"));
    stage.chooses(CounterTask.LINK).say(DeskStage.LIBRARY_CARD);
    stage.run();
    assertFalse(stage.patron().seen().contains("CONSENT"));
    assertNothingDone("LIBRARY_CARD_EXPIRED");
  }

  @Test
  void sendsTheSameFormAgainAfterLostAnswer() {
    stage.registry().lose(SimulatedCounterRegistry.Loss.ANSWER);
    stage
        .chooses(CounterTask.REGISTER)
        .say("貸出太郎", "貸出市図書館町1-1", "19980301", "", "1", "1", "1", "1", "2", "1");
    String said = stage.run();
    assertTrue(said.contains("作られたかどうか、わかりません"), said);
    assertTrue(said.contains("貸出券の番号は 9999900997"), said);
    assertEquals(1, stage.registry().forms().size());
  }

  @Test
  void takesTypedNumberForCardOnlyWhereThatIsWrittenDown() {
    stage.patron().types(SamePins.SAME, PIN);
    stage.chooses(CounterTask.LINK).say(DeskStage.LIBRARY_CARD, "1", "2");
    stage.staff().say(DeskStage.number(CounterTask.LINK), DeskStage.LIBRARY_CARD, "1", "1", "1");
    stage.staff().then(this::place).say("");
    stage.run();
    List<AuditRecord.AtCounter> audited = stage.audited();
    assertEquals(
        new AuditRecord.AtCounter(CounterTask.TYPE_NUMBER, CounterOutcome.STOPPED, ""),
        audited.get(1));
    assertEquals("NO_LIBRARY_CARD", audited.get(2).code());
    assertEquals(
        new AuditRecord.AtCounter(CounterTask.TYPE_NUMBER, CounterOutcome.DONE, ""),
        audited.get(3));
    assertTrue(stage.registry().linkedOn(DeskStage.LIBRARY_CARD).isPresent());
  }

  @Test
  void doesNothingWithoutConsent() {
    stage.patron().disagrees();
    stage.chooses(CounterTask.LINK).say(ScriptedDialogue.SCAN + DeskStage.LIBRARY_CARD, "1", "1");
    stage.run();
    assertEquals(List.of(), bench.reader().sent());
    assertNothingDone("NO_CONSENT");
  }

  @Test
  void refusesTypedNumberBeforePersonIsAskedForAnything() {
    stage.chooses(CounterTask.LINK).say(DeskStage.LIBRARY_CARD, "3");
    stage.run();
    assertEquals(Set.of("REST"), Set.copyOf(stage.patron().seen()));
    assertNothingDone("NO_LIBRARY_CARD");
  }

  @Test
  void changesNothingWhenCardIsPulledWhilePinIsTyped() {
    stage.patron().types(SamePins.SAME, PIN).whileTyping(bench.reader()::remove);
    chooseLink();
    String said = stage.run();
    assertTrue(said.contains("カードが途中で動いたか、取られました"), said);
    assertNothingDone("MOVED");
    assertPinsWiped();
  }

  @Test
  void changesNothingWhereverCardIsPulled() {
    int step = 0;
    while (stage.registry().linkedOn(DeskStage.LIBRARY_CARD).isEmpty()) {
      assertEquals(List.of(), stage.registry().applications(), "pulled at command " + step);
      stage.removeCard();
      stage.patron().types(SamePins.DIFFERENT, PIN, PIN);
      step++;
      bench.reader().faultAt(step, new CardFault.Pulled());
      chooseLink();
      stage.run();
    }
    assertTrue(step > 20, "linked although the card was pulled at command " + step);
    stage.patron().assertAllAsked(stage.staff().transcript());
  }

  @Test
  void changesNothingWhenPersonStops() {
    stage.patron().types(SamePins.SAME);
    chooseLink();
    String said = stage.run();
    assertTrue(said.contains("利用者がやめたか、時間切れです"), said);
    assertEquals(CounterOutcome.STOPPED, stage.audited().get(1).outcome());
    assertFalse(stage.registry().calls().contains("link"));
    assertEquals(new PinStanding.TriesLeft(3), standing(PinName.USER_AUTHENTICATION));
  }

  @Test
  void looksBeforeLinkingAgainAfterLostAnswer() {
    stage.patron().types(SamePins.SAME, PIN);
    stage.registry().lose(SimulatedCounterRegistry.Loss.ANSWER);
    chooseLink();
    String said = stage.run();
    assertTrue(said.contains("確かめたところ、処理されていました"), said);
    assertEquals(1, stage.registry().applications().size());
    assertEquals(CounterOutcome.DONE, stage.audited().get(1).outcome());
  }

  @Test
  void saysThatTheLinkMayBeMadeYetWhenOnlyTheAnswerIsMissing() {
    stage.patron().types(SamePins.SAME, PIN);
    stage.registry().lose(SimulatedCounterRegistry.Loss.DEED);
    chooseLink();
    String said = stage.run();
    assertTrue(said.replace("\n", "").contains("あとから処理されるかもしれません"), said);
    assertEquals(CounterOutcome.NOT_KNOWN, stage.audited().get(1).outcome());
  }

  @Test
  void asksPersonNothingUntilStaffHaveComparedThemWithTheRecord() {
    stage.chooses(CounterTask.LINK).say(ScriptedDialogue.SCAN + DeskStage.LIBRARY_CARD, "1", "2");
    String said = stage.run();
    assertTrue(said.contains("本人の貸出券かどうか、確かめられていない"), said);
    assertFalse(stage.patron().seen().contains("CONSENT"));
    assertNothingDone("DOCUMENT_NOT_ENOUGH");
  }

  @Test
  void spendsNoTryWhileRegistryIsAway() {
    stage
        .patron()
        .types(SamePins.SAME, PIN)
        .whileTyping(() -> stage.registry().lose(SimulatedCounterRegistry.Loss.QUESTION));
    chooseLink();
    stage.run();
    assertEquals(new PinStanding.TriesLeft(3), standing(PinName.USER_AUTHENTICATION));
    assertPinsWiped();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"NO_MYKEY_ID", "CARD_SUSPENDED", "OTHER_PERSON", "NOT_ELIGIBLE", "PROOF_WRONG"})
  void tellsStaffWhyRegistryRefusesAndPatronNothingOfIt(CounterRefusal refusal) {
    stage.registry().refuses(refusal);
    stage.patron().types(SamePins.SAME, PIN);
    chooseLink();
    String said = stage.run();
    assertTrue(said.contains("(コード: " + refusal + ")"), said);
    assertTrue(stage.patron().seen().contains("REFUSED"));
    assertNothingDone(refusal.name());
  }

  @Test
  void migratesLinkOfOldMethod() {
    stage.registry().oldLink(DeskStage.LIBRARY_CARD);
    stage.patron().types(SamePins.SAME, PIN);
    stage
        .chooses(CounterTask.MIGRATE)
        .say(ScriptedDialogue.SCAN + DeskStage.LIBRARY_CARD, "1", "1")
        .then(this::place)
        .say("");
    stage.run();
    assertInstanceOf(LinkApplication.Holder.Migrating.class, application().holder());
    assertTrue(stage.registry().linkedOn(DeskStage.LIBRARY_CARD).isPresent());
  }

  @Test
  void registersAndLinksInOneGo() {
    stage.patron().types(SamePins.SAME, PIN);
    stage
        .chooses(CounterTask.REGISTER)
        .say("貸出太郎", "貸出市図書館町1-1", "19980301", "", "1", "1", "1", "1", "1")
        .then(this::place)
        .say("");
    String said = stage.run();
    assertTrue(said.contains("貸出券の番号は 9999900997"), said);
    assertInstanceOf(LinkApplication.Holder.Newcomer.class, application().holder());
    assertTrue(stage.registry().linkedOn("9999900997").isPresent());
  }

  @Test
  void tellsOfFaceAuthenticationCard() {
    card = stage.station().card(CardVariant.FACE_AUTHENTICATION, DeskStage.HOLDER);
    chooseLink();
    String said = stage.run();
    assertEquals(CounterOutcome.REFUSED, stage.audited().get(1).outcome(), said);
    assertFalse(stage.registry().calls().contains("link"));
  }

  private ScriptedDialogue chooseLink() {
    return stage
        .chooses(CounterTask.LINK)
        .say(ScriptedDialogue.SCAN + DeskStage.LIBRARY_CARD, "1", "1")
        .then(this::place)
        .say("");
  }

  private void place() {
    stage.placeCard(card);
  }

  private LinkApplication application() {
    assertEquals(1, stage.registry().applications().size());
    return stage.registry().applications().getFirst();
  }

  private void assertNothingDone(String code) {
    assertEquals(Optional.empty(), stage.registry().linkedOn(DeskStage.LIBRARY_CARD));
    assertEquals(code, stage.audited().get(1).code());
    List<String> seen = stage.patron().seen();
    assertFalse(seen.contains("DONE"), seen::toString);
  }

  private PinStanding standing(PinName pin) {
    try (PinSession session = session()) {
      return session.standing(pin);
    }
  }

  /** A wiped PIN can be given to no card. */
  private void assertPinsWiped() {
    stage.patron().assertAllAsked(stage.staff().transcript());
    card = stage.station().card(CardVariant.NORMAL, DeskStage.HOLDER);
    try (PinSession session = session()) {
      for (Pin pin : stage.patron().given()) {
        assertThrows(
            IllegalStateException.class, () -> session.verify(PinName.USER_AUTHENTICATION, pin));
      }
    }
  }

  private PinSession session() {
    stage.removeCard();
    place();
    Opening opening = PinSession.open(bench.reader(), PinLayout.current(), System::nanoTime);
    return assertInstanceOf(Opening.Opened.class, opening).session();
  }
}
