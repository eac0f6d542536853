package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;

/** Cards that read well, of people who may not borrow now. */
@ExtendWith(Stages.class)
final class RefusedPatronScenario {
  @ParameterizedTest
  @CsvSource({
    "2,  E-103",
    "4,  E-123",
    "5,  E-124",
    "9,  E-115",
    "20, E-101",
    "21, E-102",
    "22, E-105",
    "23, E-105",
    "24, E-101"
  })
  void isToldWhyAndNothingIsLent(int holder, String code, KioskStage stage) {
    stage.readCard(CardVariant.NORMAL, holder);
    stage.run().expectRefusal(code);
    assertEquals(code, stage.audited("refusal_shown").getLast().get("code").getAsString());
    assertFalse(stage.rows().contains("****"), stage.rows());
    stage.run().scan(Library.BOOK);

    stage.run().expectRefusal(code);
    assertEquals(0, stage.loans());
  }

  @Test
  void nothingIsFeltThreeTimesGoesFromHintToHint(KioskStage stage) {
    stage.run().press(Action.START);
    stage.run().press(Action.READ_CARD);
    stage.run().expect(Screen.CardPrompt.class);
    stage.run().press(Action.READ_CARD);
    stage.run().expectRefusal("E-111");
    stage.run().press(Action.TRY_AGAIN);
    stage.run().press(Action.READ_CARD);

    stage.run().expectRefusal("E-109");
  }

  @Test
  void cardInACaseIsAskedToComeOut(KioskStage stage) {
    stage.run().press(Action.START);
    stage.run().reader().insertMute();
    stage.run().kiosk().settle();
    stage.run().press(Action.READ_CARD);

    stage.run().expectRefusal("E-111");
  }

  @Test
  void expiredLibraryCardDoesNotBorrowByItsBarcodeEither(KioskStage stage) {
    stage.run().scan("9999900237");

    stage.run().expectRefusal("E-103");
  }
}
