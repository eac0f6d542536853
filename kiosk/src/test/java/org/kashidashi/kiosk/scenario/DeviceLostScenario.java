package org.kashidashi.kiosk.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kashidashi.hal.printer.PrinterStatus;
import org.kashidashi.hal.sim.CardVariant;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.session.Action;

/** Devices that go away while a patron is there, and come back (screens.md 10, tests 18 and 19). */
@ExtendWith(Stages.class)
final class DeviceLostScenario {
  private static final String LAST_LINE = "返さないでください";

  @Test
  void withoutReaderTheLibraryCardStillWorks(KioskStage stage) {
    stage.run().press(Action.START);
    unplugReader(stage);
    stage.run().press(Action.READ_CARD);
    stage.run().expectRefusal("E-303");
    stage.run().press(Action.USE_LIBRARY_CARD);
    stage.run().scan(Library.LIBRARY_CARD);
    stage.run().scan(Library.BOOK);
    stage.finish();
    plugReader(stage);

    assertEquals(1, stage.loans());
  }

  @Test
  void readerUnpluggedWhileLendingChangesNothing(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().scan(Library.BOOK);
    unplugReader(stage);
    stage.run().scan(Library.OTHER_BOOK);
    plugReader(stage);
    stage.run().pass(Duration.ofSeconds(5));

    assertEquals(2, stage.lending().account().lentNow());
    stage.finish();
  }

  @Test
  void readerThatComesBackReadsAgain(KioskStage stage) {
    unplugReader(stage);
    stage.run().pass(Duration.ofMinutes(5));
    plugReader(stage);
    stage.borrow(Library.PATRON, Library.BOOK);

    assertEquals(1, stage.loans());
  }

  @Test
  void cardThatLayThereWhenTheReaderCameBackHasToBeLiftedFirst(KioskStage stage) {
    stage.readCard(CardVariant.NORMAL, Library.PATRON);
    stage.run().press(Action.STOP);
    unplugReader(stage);
    plugReader(stage);
    stage.run().expect(Screen.TakeCard.class);
    stage.run().liftCard();

    stage.run().expect(Screen.Idle.class);
  }

  @Test
  void withoutScannerNobodyIsInvitedUntilItIsBack(KioskStage stage) {
    stage.run().scanner().unplug();
    stage.run().kiosk().settle();
    stage.run().expect(Screen.OutOfService.class);
    assertTrue(stage.rows().contains("E-305"), stage.rows());
    stage.run().kiosk().type('1');
    stage.run().expect(Screen.OutOfService.class);
    stage.run().scanner().replug();
    stage.run().kiosk().settle();

    stage.run().expect(Screen.Idle.class);
    stage.borrow(Library.PATRON, Library.BOOK);
    assertEquals(1, stage.loans());
  }

  @Test
  void scannerUnpluggedWhileLendingSaysSoAndKeepsTheLoans(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().scan(Library.BOOK);
    stage.run().scanner().unplug();
    stage.run().kiosk().settle();
    assertTrue(stage.rows().contains("バーコード読み取り機が動いていません"), stage.rows());
    stage.run().press(Action.FINISH_WITH_RECEIPT);
    stage.run().press(Action.FINISH);

    stage.run().expect(Screen.OutOfService.class);
    assertEquals(1, stage.loans());
    assertEquals(1, stage.run().printer().printed().size());
  }

  @Test
  void scannerThatComesBackWhileLendingLendsOn(KioskStage stage) {
    stage.beginLending(Library.PATRON);
    stage.run().scanner().unplug();
    stage.run().kiosk().settle();
    stage.run().scanner().replug();
    stage.run().kiosk().settle();
    assertFalse(stage.rows().contains("バーコード読み取り機が動いていません"), stage.rows());
    stage.run().scan(Library.BOOK);

    assertEquals(1, stage.lending().account().lentNow());
  }

  @Test
  void paperThatEndsInTheMiddleIsSaidAndTheLoansStay(KioskStage stage) {
    stage.run().printer().endPaperAfter(5);
    stage.beginLending(Library.PATRON);
    Library.BOOKS.forEach(stage.run()::scan);
    stage.run().press(Action.FINISH_WITH_RECEIPT);

    stage.run().expect(Screen.Finished.class);
    assertTrue(stage.rows().contains("E-304"), stage.rows());
    assertTrue(stage.rows().contains("3点 借りました"), stage.rows());
    assertTrue(stage.rows().contains("返却日  12月 5日"), stage.rows());
    assertEquals(List.of(), stage.run().printer().printed());
    assertEquals(1, stage.run().printer().torn().size());
    stage.run().sync();
    stage.run().expectConfirmed(3);
  }

  @Test
  void dueDatesStayOnTheScreenLongEnoughToBeWrittenDown(KioskStage stage) {
    stage.run().printer().endPaperAfter(5);
    stage.beginLending(Library.PATRON);
    Library.BOOKS.forEach(stage.run()::scan);
    stage.run().press(Action.FINISH_WITH_RECEIPT);
    stage.run().pass(Duration.ofSeconds(59));

    stage.run().expect(Screen.Finished.class);
    assertTrue(stage.rows().contains("E-304"), stage.rows());
    assertTrue(stage.rows().contains("返却日  12月 5日"), stage.rows());
    stage.run().pass(Duration.ofSeconds(1));
    stage.run().expect(Screen.Idle.class);
  }

  @Test
  void paperThatComesBackBringsNoSecondCopy(KioskStage stage) {
    stage.run().printer().endPaperAfter(5);
    stage.beginLending(Library.PATRON);
    Library.BOOKS.forEach(stage.run()::scan);
    stage.run().press(Action.FINISH_WITH_RECEIPT);
    stage.run().printer().become(PrinterStatus.READY);
    stage.run().pass(Duration.ofSeconds(30));
    stage.run().press(Action.FINISH);
    stage.run().pass(Duration.ofMinutes(2));

    assertEquals(List.of(), stage.run().printer().printed());
    assertEquals(1, stage.run().printer().torn().size());
    assertEquals(3, stage.loans());
  }

  @Test
  void nextReceiptComesOutOnceThereIsPaper(KioskStage stage) {
    stage.run().printer().become(PrinterStatus.PAPER_OUT);
    borrowWithReceipt(stage, Library.BOOK);
    stage.run().printer().become(PrinterStatus.READY);
    borrowWithReceipt(stage, Library.OTHER_BOOK);

    assertEquals(1, stage.run().printer().printed().size());
    assertEquals(LAST_LINE, stage.run().printer().printed().getFirst().lines().getLast());
    assertEquals(2, stage.loans());
  }

  private static void borrowWithReceipt(KioskStage stage, String item) {
    stage.beginLending(Library.PATRON);
    stage.run().scan(item);
    stage.run().press(Action.FINISH_WITH_RECEIPT);
    stage.run().press(Action.FINISH);
    stage.run().expect(Screen.Idle.class);
  }

  private static void unplugReader(KioskStage stage) {
    stage.run().reader().down();
    stage.run().kiosk().settle();
  }

  private static void plugReader(KioskStage stage) {
    stage.run().reader().up();
    stage.run().kiosk().settle();
  }
}
