package org.kashidashi.kiosk.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.kiosk.audit.AuditRecord;
import org.kashidashi.kiosk.audit.CounterOutcome;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.kiosk.counter.PatronFacing.SamePins;
import org.kashidashi.sync.registry.counter.CounterRefusal;
import org.kashidashi.sync.registry.counter.Registration;

/** Giving out library cards at the desk: what is asked for, and what stands in the way. */
final class RegistrationScenario {
  private static final String RESIDENT = "1";
  private static final String COMMUTER = "2";
  private static final String YES = "1";
  private static final String NO = "2";
  private static final String NOTIFICATION_CARD = "7";

  /** In the order of the menu. */
  private static final List<Registration.Document> DOCUMENTS =
      List.of(Registration.Document.values());

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
  void asksCommuterForProofOfWorkOrSchool() {
    begin().say(COMMUTER, "1", YES, YES, YES, NO);
    String said = stage.run();
    assertTrue(said.contains("在勤証明書"), said);
    assertTrue(registered().commuteProofShown());
    assertTrue(registered().addressShown());
  }

  @Test
  void asksResidentForNoProofOfWork() {
    begin().say(RESIDENT, "1", YES, YES, NO);
    String said = stage.run();
    assertFalse(said.contains("在勤証明書"), said);
    assertFalse(registered().commuteProofShown());
  }

  @Test
  void givesOutNoCardToCommuterWithoutProof() {
    begin().say(COMMUTER, "1", YES, NO);
    assertNotEnough();
  }

  @ParameterizedTest
  @EnumSource(names = "NOTIFICATION_CARD", mode = EnumSource.Mode.EXCLUDE)
  void givesOutNoCardWithoutPresentAddressWhateverTheDocument(Registration.Document document) {
    begin().say(RESIDENT, Integer.toString(DOCUMENTS.indexOf(document) + 1), NO);
    assertNotEnough();
  }

  @Test
  void takesNoNotificationCard() {
    begin().say(RESIDENT, NOTIFICATION_CARD);
    assertNotEnough();
  }

  @Test
  void takesCharactersThatNobodySeesOutOfWhatIsPasted() {
    stage.chooses(CounterTask.REGISTER);
    stage.staff().say("\u200b\u00ad", "\ufeff貸出\u200b太郎\u202e", "貸出市\u0085図書館町1-1", "19980301", "");
    stage.staff().say(RESIDENT, "1", YES, YES, NO);
    stage.run();
    assertEquals("貸出太郎", registered().details().name());
    assertEquals("貸出市図書館町1-1", registered().details().address());
  }

  @Test
  void givesOutTheCardWithoutTheLinkThatThePersonDoesNotAgreeTo() {
    stage.patron().disagrees();
    begin().say(RESIDENT, "1", YES, YES, YES, YES);
    assertGivenOutWithoutLink("NO_CONSENT");
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_MYKEY_ID", "NOT_ELIGIBLE", "AUTHORITY_UNAVAILABLE"})
  void givesOutTheCardWithoutTheLinkThatTheRegistryRefuses(CounterRefusal refusal) {
    stage.registry().refuses(refusal);
    stage.patron().types(SamePins.SAME, "1234");
    begin().say(RESIDENT, "1", YES, YES, YES);
    stage.staff().then(this::place).say("", YES);
    assertGivenOutWithoutLink(refusal.name());
  }

  @Test
  void givesOutTheCardWithoutTheLinkAfterTwoWrongPins() {
    stage.patron().types(SamePins.SAME, "0000", "0001");
    begin().say(RESIDENT, "1", YES, YES, YES);
    stage.staff().then(this::place).say("", YES);
    assertGivenOutWithoutLink("LAST_TRY_KEPT");
  }

  @Test
  void givesOutNoCardWhereItIsNotWantedWithoutTheLink() {
    stage.patron().disagrees();
    begin().say(RESIDENT, "1", YES, YES, YES, NO);
    stage.run();
    assertEquals(List.of(), stage.registry().registrations());
    assertEquals("NO_CONSENT", stage.audited().get(1).code());
  }

  @Test
  void offersNoCardThatTheRegistryWouldRefuseAgain() {
    stage.registry().refuses(CounterRefusal.NOT_OFFERED);
    stage.patron().types(SamePins.SAME, "1234");
    begin().say(RESIDENT, "1", YES, YES, YES);
    stage.staff().then(this::place).say("");
    String said = stage.run();
    assertFalse(said.contains("連携せずに"), said);
  }

  private ScriptedDialogue begin() {
    return stage.chooses(CounterTask.REGISTER).say("貸出太郎", "貸出市図書館町1-1", "19980301", "");
  }

  private void place() {
    stage.placeCard(CardVariant.NORMAL, DeskStage.HOLDER);
  }

  private Registration registered() {
    assertEquals(1, stage.registry().registrations().size(), stage.staff().transcript());
    return stage.registry().registrations().getFirst();
  }

  private void assertNotEnough() {
    String said = stage.run();
    assertTrue(said.contains("本人の確認に足りません"), said);
    assertFalse(stage.registry().calls().contains("register"), said);
    assertEquals("DOCUMENT_NOT_ENOUGH", stage.audited().get(1).code());
  }

  private void assertGivenOutWithoutLink(String code) {
    String said = stage.run();
    assertTrue(said.contains("貸出券の番号は 9999900997"), said);
    assertTrue(registered().key().isPresent());
    assertTrue(stage.registry().linkedOn("9999900997").isEmpty());
    assertEquals(
        new AuditRecord.AtCounter(CounterTask.REGISTER, CounterOutcome.DONE, code),
        stage.audited().get(1));
  }
}
