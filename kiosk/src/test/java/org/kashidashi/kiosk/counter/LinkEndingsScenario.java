package org.kashidashi.kiosk.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kashidashi.hal.card.CommandApdu;
import org.kashidashi.hal.card.jpki.pin.PinLayout;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.SimCard;
import org.kashidashi.kiosk.audit.CounterTask;
import org.kashidashi.kiosk.counter.PatronFacing.SamePins;
import org.kashidashi.sync.registry.counter.LinkApplication;

/** What becomes of a link where something is in its way, and what staff and person see of it. */
final class LinkEndingsScenario {
  private static final String PIN = "1234";

  @TempDir
  Path folder;

  private DeskStage stage;
  private SimCard card;

  @BeforeEach
  void open() throws Exception {
    stage = DeskStage.open(folder, new SimBench());
    card = stage.station().card(CardVariant.NORMAL, DeskStage.HOLDER);
  }

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  @Test
  void linksWithoutCardKeyThatNobodyWantsWhenItsPinIsBlocked() {
    blockInputPin();
    stage.patron().types(SamePins.SAME, PIN);
    chooseLink();
    String said = stage.run();
    assertTrue(said.replace("\n", "").contains("連携は利用者証明用(残り 3 回)だけで続けられます"), said);
    assertTrue(stage.patron().seen().contains("PIN USER_AUTHENTICATION 3"));
    assertFalse(stage.patron().seen().contains("SAME_PINS"));
    assertTrue(stage.registry().linkedOn(DeskStage.LIBRARY_CARD).isPresent(), said);
    assertEquals(Optional.empty(), application().cardKey());
    stage.patron().assertAllAsked(said);
  }

  @Test
  void linksNothingWithoutCardKeyThatTheLibraryWants() {
    blockInputPin();
    stage.wantsCardKeys().patron().types(SamePins.SAME);
    chooseLink();
    stage.run();
    assertTrue(stage.patron().seen().contains("BLOCKED CARD_FACE_INPUT"));
    assertNothingDone("PIN_BLOCKED");
  }

  @Test
  void tellsStaffWhereCardsAreLinked() {
    stage.registry().linksAt("中央図書館 1階カウンター (9-19, 000-000-0000)", "駅前\u001b[2J");
    stage.patron().types(SamePins.SAME, PIN);
    chooseLink();
    String said = stage.run();
    assertTrue(said.contains("  ・中央図書館 1階カウンター (9-19, 000-000-0000)\n  ・駅前?[2J\n"), said);
    assertNothingDone("NOT_AT_THIS_SITE");
  }

  @Test
  void showsHowItEndedUntilCardIsGone() {
    List<String> whileThere = new ArrayList<>();
    stage.patron().types(SamePins.SAME, PIN);
    chooseLink()
        .then(() -> {
          whileThere.addAll(stage.patron().seen());
          stage.removeCard();
        })
        .say("");
    stage.run();
    assertEquals("DONE", whileThere.getLast());
    assertEquals("REST", stage.patron().seen().get(whileThere.size()));
  }

  private ScriptedDialogue chooseLink() {
    return stage
        .chooses(CounterTask.LINK)
        .say(ScriptedDialogue.SCAN + DeskStage.LIBRARY_CARD, "1", "1")
        .then(() -> stage.placeCard(card))
        .say("");
  }

  /** By other hands, which do not keep the last try. */
  private void blockInputPin() {
    PinLayout.Place input = PinLayout.current().cardFaceInput();
    List<String> commands =
        new ArrayList<>(List.of("00A4040C0A" + input.application().hex(), "00A4020C020011"));
    commands.addAll(Collections.nCopies(3, "002000800430303030"));
    commands.forEach(command -> card.transmit(CommandApdu.parse(HexFormat.of().parseHex(command))));
    card.powerOff();
  }

  private LinkApplication application() {
    assertEquals(1, stage.registry().applications().size());
    return stage.registry().applications().getFirst();
  }

  private void assertNothingDone(String code) {
    assertEquals(Optional.empty(), stage.registry().linkedOn(DeskStage.LIBRARY_CARD));
    assertEquals(code, stage.audited().get(1).code());
    assertFalse(stage.patron().seen().contains("DONE"), stage.patron().seen()::toString);
  }
}
