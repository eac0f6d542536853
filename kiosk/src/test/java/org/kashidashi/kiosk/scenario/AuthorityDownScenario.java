package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;
import org.kashidashi.sync.registry.sim.AuthorityTrouble;

/** The authority behind the My Number Card cannot be asked. */
@ExtendWith(Stages.class)
final class AuthorityDownScenario {
  @Test
  void refusesCardThatWasNeverSeenHereAndOffersTheLibraryCard(KioskStage stage) {
    stage.run().station().authority().setTrouble(new AuthorityTrouble.Down());
    stage.readCard(CardVariant.NORMAL, Library.PATRON);
    stage.run().expectRefusal("E-302");
    stage.run().liftCard();
    stage.run().press(Action.USE_LIBRARY_CARD);
    stage.run().scan(Library.LIBRARY_CARD);
    stage.run().scan(Library.BOOK);

    assertEquals(1, stage.lending().account().lentNow());
  }

  @Test
  void identifiesFromTheAnswerOfTheLastTwentyFourHours(KioskStage stage) {
    stage.borrow(Library.PATRON, Library.BOOK);
    stage.run().station().authority().setTrouble(new AuthorityTrouble.Down());
    stage.run().pass(Duration.ofHours(23));
    stage.borrow(Library.PATRON, Library.OTHER_BOOK);

    assertEquals(2, stage.loans());
  }

  @Test
  void forgetsTheAnswerAfterTwentyFourHours(KioskStage stage) {
    stage.borrow(Library.PATRON, Library.BOOK);
    stage.run().station().authority().setTrouble(new AuthorityTrouble.Down());
    stage.run().pass(Duration.ofHours(25));
    stage.readCard(CardVariant.NORMAL, Library.PATRON);

    stage.run().expectRefusal("E-302");
  }

  @Test
  void asksAgainOnceTheAuthorityIsBack(KioskStage stage) {
    stage.run().station().authority().setTrouble(new AuthorityTrouble.Down());
    stage.readCard(CardVariant.NORMAL, Library.PATRON);
    stage.run().liftCard();
    stage.leaveRefusal();
    stage.run().station().authority().setTrouble(new AuthorityTrouble.Nothing());
    stage.readCard(CardVariant.NORMAL, Library.PATRON);

    stage.run().expect(Screen.TakeCard.class);
  }
}
