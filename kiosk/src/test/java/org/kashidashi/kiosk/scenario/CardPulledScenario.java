package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kashidashi.hal.sim.CardFault;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.hal.sim.DeviceFault;
import org.kashidashi.hal.sim.ReaderFault;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;

/** A card that leaves at any moment of its reading (screens.md 10, test 12). */
@ExtendWith(Stages.class)
final class CardPulledScenario {
  @Test
  void pulledAtAnyCommandRecordsNothingAndWorksNextTime(KioskStage stage) {
    int commands = commandsOfOneReading(stage);
    assertTrue(commands > 2, commands + " commands");

    for (int nth = 1; nth <= commands; nth++) {
      disturbReading(stage, nth, new CardFault.Pulled(), "E-112");
      stage.run().press(Action.TRY_AGAIN);
      stage.run().placeCard(CardVariant.NORMAL, Library.PATRON);
      stage.run().press(Action.READ_CARD);
      stage.run().expect(Screen.TakeCard.class);
      stage.run().press(Action.STOP);
      stage.run().liftCard();
      stage.run().expect(Screen.Idle.class);
    }
    assertEquals(0, stage.loans());
    SentCommands.assertHarmless(stage.run().reader().sent());
  }

  @Test
  void muteAtAnyCommandIsToldApartAndWorksNextTime(KioskStage stage) {
    int commands = commandsOfOneReading(stage);

    for (int nth = 1; nth <= commands; nth++) {
      disturbReading(stage, nth, new ReaderFault.LosesCard(), "E-111");
      stage.run().liftCard();
      stage.leaveRefusal();
      identifyAndStop(stage);
    }
    assertEquals(0, stage.loans());
  }

  @Test
  void readerUnpluggedAtAnyCommandWorksOnceItIsBack(KioskStage stage) {
    int commands = commandsOfOneReading(stage);

    for (int nth = 1; nth <= commands; nth++) {
      disturbReading(stage, nth, new ReaderFault.Unplugged(), "E-303");
      stage.run().reader().up();
      stage.run().kiosk().settle();
      // Nobody saw what happened to the card meanwhile, so it has to go before anybody begins.
      stage.run().expect(Screen.TakeCard.class);
      stage.run().liftCard();
      stage.run().expect(Screen.Idle.class);
      identifyAndStop(stage);
    }
    assertEquals(0, stage.loans());
  }

  @Test
  void liftedBeforeItIsReadAsksForIt(KioskStage stage) {
    stage.run().press(Action.START);
    stage.run().placeCard(CardVariant.NORMAL, Library.PATRON);
    stage.run().liftCard();
    stage.run().press(Action.READ_CARD);

    stage.run().expect(Screen.CardPrompt.class);
    stage.run().expectShown("カードを置いてから、もう一度押してください");
    assertEquals(List.of(), stage.run().reader().sent());
  }

  private static int commandsOfOneReading(KioskStage stage) {
    identifyAndStop(stage);
    return stage.run().reader().sent().size();
  }

  private static void identifyAndStop(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().press(Action.STOP);
    stage.run().expect(Screen.Idle.class);
  }

  private static void disturbReading(
      KioskStage stage, int nth, DeviceFault fault, String expected) {
    int identified = stage.audited("patron_identified").size();
    stage.run().reader().faultAt(nth, fault);
    stage.readCard(CardVariant.NORMAL, Library.PATRON);

    assertEquals(identified, stage.audited("patron_identified").size(), "command " + nth);
    stage.run().expectRefusal(expected);
    assertFalse(stage.rows().contains(Library.MASKED), "command " + nth);
  }
}
