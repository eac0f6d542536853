package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kashidashi.hal.signal.Tone;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;

/** What becomes of what a patron scans. */
@ExtendWith(Stages.class)
final class ScannedItemScenario {
  private static final int MANY = 20;

  @Test
  void bookBeforeCardIsNotLentAndTheCardIsAskedFor(KioskStage stage) {
    stage.run().scan(Library.BOOK);
    stage.run().expect(Screen.CardPrompt.class);
    stage.run().expectShown("本の前に、カードを読ませてください");
    stage.run().placeCard(CardVariant.NORMAL, Library.PATRON);
    stage.run().press(Action.READ_CARD);
    stage.run().liftCard();

    assertEquals(0, stage.lending().account().lentNow());
    assertEquals(0, stage.loans());
  }

  @Test
  void bookScannedTwiceIsLentOnce(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().scan(Library.BOOK);
    stage.run().scan(Library.BOOK);
    stage.run().expectLine("E-210");
    stage.finish();
    stage.run().sync();

    assertEquals(1, stage.loans());
    assertEquals(1, stage.central().loansOut(Library.LIBRARY_CARD));
  }

  @Test
  void twoScansInOneBreathAreOneLoan(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().scanner().scan(Library.BOOK);
    stage.run().scanner().scan(Library.BOOK);
    stage.run().kiosk().settle();

    assertEquals(1, stage.loans());
    assertEquals(1, stage.lending().account().lentNow());
  }

  @Test
  void bookOfAnEarlierVisitIsNotLentAgain(KioskStage stage) {
    stage.borrow(Library.PATRON, Library.BOOK);
    stage.run().sync();
    stage.beginLending(Library.PATRON);
    stage.run().scan(Library.BOOK);

    stage.run().expectLine("E-207");
    assertEquals(1, stage.loans());
  }

  @ParameterizedTest
  @CsvSource({
    "9784000000000, E-202",
    "1920000000000, E-202",
    "1000000017,    E-211",
    "1999000019,    E-201",
    "5000000000,    E-201",
    "1000000123,    E-203",
    "1000000180,    E-204",
    "1000000107,    E-205",
    "1000000164,    E-206",
    "1000000131,    E-208",
    "1000000115,    E-209",
    "1000000172,    E-212"
  })
  void refusedItemHasItsCodeAndLeavesTheOthersAlone(String item, String code, KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().scan(item);
    stage.run().expectLine(code);
    assertEquals(Tone.ATTENTION, stage.run().signal().tones().getLast());
    stage.run().scan(Library.BOOK);

    assertEquals(1, stage.lending().account().lentNow(), stage.rows());
    assertEquals(Tone.LENT, stage.run().signal().tones().getLast());
    assertEquals(1, stage.loans());
  }

  @Test
  void twentyItemsInOneVisitAllReachCentral(KioskStage stage) throws Exception {
    List<String> items =
        IntStream.rangeClosed(1, MANY).mapToObj(Library::uncatalogued).toList();
    stage.catalogue(items);
    stage.beginLending(Library.PATRON);
    items.forEach(stage.run()::scan);

    assertEquals(MANY, stage.lending().account().lentNow());
    // Newest on top: whoever scans sees what became of it.
    assertTrue(stage.rows().contains("20 済"), stage.rows());
    stage.run().press(Action.FINISH_WITH_RECEIPT);
    stage.run().expectShown("20点 借りました");
    List<String> receipt = stage.run().printer().printed().getFirst().lines();
    assertEquals(MANY, receipt.stream().filter(line -> line.contains("返却日 ")).count());
    stage.run().sync();
    stage.run().expectConfirmed(MANY);
    assertEquals(MANY, stage.central().loansOut(Library.LIBRARY_CARD));
  }
}
