package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kashidashi.hal.signal.Lamp;
import org.kashidashi.hal.signal.Tone;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;

/** A card that stays on the reader: the steps of screens.md 9.3. */
@ExtendWith(Stages.class)
final class CardLeftScenario {
  private int heard;

  @BeforeEach
  void nothingHeardYet() {
    heard = 0;
  }

  /** L-0. */
  @Test
  void forEightSecondsItIsOnlyAskedFor(KioskStage stage) {
    leave(stage);
    stage.run().pass(Duration.ofSeconds(7));

    assertFalse(takeCard(stage).pressing());
    assertEquals(List.of(), newTones(stage));
    assertEquals(Lamp.OFF, stage.run().signal().lamp());
  }

  /** L-1. */
  @Test
  void afterEightSecondsTwoTonesAndLargerWords(KioskStage stage) {
    leave(stage);
    stage.run().pass(Duration.ofSeconds(8));

    assertTrue(takeCard(stage).pressing());
    assertEquals(List.of(Tone.ATTENTION, Tone.ATTENTION), newTones(stage));
    assertEquals(Lamp.ATTENTION, stage.run().signal().lamp());
  }

  /** L-2. */
  @Test
  void afterFifteenSecondsTheStationIsLockedAndSoundsEveryFiveSeconds(KioskStage stage) {
    leave(stage);
    stage.run().pass(Duration.ofSeconds(14));
    newTones(stage);
    stage.run().pass(Duration.ofSeconds(1));
    stage.run().expect(Screen.CardLeft.class);
    assertTrue(stage.rows().contains("残留 00:15"), stage.rows());
    assertTrue(stage.rows().contains("職員に通知しました"), stage.rows());
    assertFalse(stage.rows().contains(Library.MASKED), stage.rows());
    assertEquals(List.of(Tone.ATTENTION), newTones(stage));
    assertEquals(Lamp.ATTENTION, stage.run().signal().lamp());
    stage.run().pass(Duration.ofSeconds(44));

    assertEquals(Collections.nCopies(8, Tone.ATTENTION), newTones(stage));
    assertEquals(List.of(15), leftBehind(stage));
    "0123456789#*".chars().forEach(key -> stage.run().kiosk().type((char) key));
    stage.run().scan(Library.BOOK);
    stage.run().expect(Screen.CardLeft.class);
    assertEquals(0, stage.loans());
  }

  /** L-3. */
  @Test
  void afterSixtySecondsTheSessionIsClosedAndStaffAreToldAgain(KioskStage stage) {
    leave(stage);
    stage.run().pass(Duration.ofSeconds(59));
    newTones(stage);
    assertEquals(0, stage.audited("session_ended").size());
    stage.run().pass(Duration.ofSeconds(1));
    stage.run().expect(Screen.CardLeft.class);
    assertEquals(
        "card_left", stage.audited("session_ended").getFirst().get("ending").getAsString());
    assertEquals(List.of(15, 60), leftBehind(stage));
    stage.run().pass(Duration.ofSeconds(179));
    assertEquals(Collections.nCopies(18, Tone.STRONG_ATTENTION), newTones(stage));
    stage.run().pass(Duration.ofMinutes(2));

    assertEquals(List.of(), newTones(stage));
    stage.run().expect(Screen.CardLeft.class);
  }

  /** L-4. */
  @Test
  void liftedLateIsThankedForThreeSecondsAndNobodyGoesOn(KioskStage stage) {
    leave(stage);
    stage.run().pass(Duration.ofSeconds(20));
    newTones(stage);
    stage.run().liftCard();
    stage.run().expect(Screen.CardLifted.class);
    assertTrue(stage.rows().contains("ありがとうございます"), stage.rows());
    assertEquals(List.of(Tone.FINISHED), newTones(stage));
    stage.run().pass(Duration.ofSeconds(3));

    stage.run().expect(Screen.Idle.class);
    assertEquals(Lamp.READY, stage.run().signal().lamp());
    assertEquals(1, stage.audited("card_taken_away").size());
    assertEquals(1, stage.audited("session_ended").size());
  }

  @Test
  void liftedAfterTheToneStillBelongsToThePatron(KioskStage stage) {
    leave(stage);
    stage.run().pass(Duration.ofSeconds(14));
    stage.run().liftCard();
    stage.run().scan(Library.BOOK);

    assertEquals(1, stage.lending().account().lentNow());
  }

  @Test
  void leftAfterStoppingGoesThroughTheSameSteps(KioskStage stage) {
    leave(stage);
    stage.run().press(Action.STOP);
    newTones(stage);
    stage.run().pass(Duration.ofSeconds(8));
    assertTrue(takeCard(stage).pressing());
    assertEquals(List.of(Tone.ATTENTION, Tone.ATTENTION), newTones(stage));
    stage.run().pass(Duration.ofSeconds(7));
    stage.run().expect(Screen.CardLeft.class);
    stage.run().pass(Duration.ofSeconds(45));

    assertEquals(List.of(15, 60), leftBehind(stage));
    assertEquals(Tone.STRONG_ATTENTION, stage.run().signal().tones().getLast());
  }

  @Test
  void leftOnARefusalLocksOnceTheRefusalHasTimedOut(KioskStage stage) {
    stage.readCard(CardVariant.NORMAL, 20);
    stage.run().expectRefusal("E-101");
    stage.run().pass(Duration.ofSeconds(90 + 15));

    stage.run().expect(Screen.CardLeft.class);
    stage.run().liftCard();
    stage.run().expect(Screen.CardLifted.class);
  }

  @Test
  void anotherCardOnTopIsSentToTheCounter(KioskStage stage) {
    leave(stage);
    stage.run().pass(Duration.ofSeconds(70));
    stage.run().reader().cover();
    stage.run().kiosk().settle();

    assertTrue(stage.rows().contains("前のかたのカードが残っています"), stage.rows());
    assertTrue(stage.rows().contains("カウンターへお届けください"), stage.rows());
    stage.run().liftCard();
    stage.run().expect(Screen.CardLifted.class);
  }

  @Test
  void nextPatronBorrowsOnceTheCardIsGone(KioskStage stage) {
    leave(stage);
    stage.run().pass(Duration.ofSeconds(61));
    stage.run().liftCard();
    stage.run().pass(Duration.ofSeconds(3));
    stage.borrow(Library.NEIGHBOUR, Library.BOOK);
    stage.run().sync();

    assertEquals(0, stage.central().loansOut(Library.LIBRARY_CARD));
    assertEquals(1, stage.central().loansOut(Library.NEIGHBOURS_LIBRARY_CARD));
  }

  /** Identified, and gone without the card. */
  private void leave(KioskStage stage) {
    stage.readCard(CardVariant.NORMAL, Library.PATRON);
    stage.run().expect(Screen.TakeCard.class);
    newTones(stage);
  }

  private static Screen.TakeCard takeCard(KioskStage stage) {
    return assertInstanceOf(Screen.TakeCard.class, stage.run().kiosk().screen());
  }

  /** What sounded since this was asked last. */
  private List<Tone> newTones(KioskStage stage) {
    List<Tone> all = stage.run().signal().tones();
    List<Tone> fresh = all.subList(heard, all.size());
    heard = all.size();
    return fresh;
  }

  private static List<Integer> leftBehind(KioskStage stage) {
    return stage.audited("card_left_behind").stream()
        .map(entry -> entry.get("seconds").getAsInt())
        .toList();
  }
}
