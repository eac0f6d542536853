package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;

/** A kiosk that nobody has used for long (screens.md 10, test 2). */
@ExtendWith(Stages.class)
final class LongIdleScenario {
  @ParameterizedTest
  @ValueSource(ints = {8, 24, 72})
  void firstLoanWorks(int hours, KioskStage stage) {
    stage.borrow(Library.PATRON, Library.BOOK);
    stage.run().sync();
    for (int hour = 0; hour < hours; hour++) {
      stage.run().pass(Duration.ofHours(1));
      stage.run().sync();
    }
    stage.run().expect(Screen.Idle.class);
    stage.beginLending(Library.NEIGHBOUR);
    stage.run().scan(Library.OTHER_BOOK);
    stage.run().press(Action.FINISH_WITH_RECEIPT);
    stage.run().sync();

    assertEquals(1, stage.run().printer().printed().size());
    assertEquals(1, stage.central().loansOut(Library.NEIGHBOURS_LIBRARY_CARD));
  }
}
