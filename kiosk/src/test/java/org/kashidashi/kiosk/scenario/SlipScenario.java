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
import org.kashidashi.hal.sim.SimCardReader;
import org.kashidashi.hal.sim.SimPrinter;
import org.kashidashi.hal.sim.SimScanner;
import org.kashidashi.hal.sim.SimSignal;
import org.kashidashi.kiosk.app.Assembly;
import org.kashidashi.kiosk.app.Devices;
import org.kashidashi.kiosk.app.demo.DemoStation;
import org.kashidashi.kiosk.app.demo.ScriptedKiosk;
import org.kashidashi.kiosk.app.demo.VirtualTime;
import org.kashidashi.kiosk.screen.Catalogue;
import org.kashidashi.kiosk.screen.SampleStates;
import org.kashidashi.kiosk.screen.Screen;
import org.kashidashi.kiosk.screen.Theme;
import org.kashidashi.kiosk.session.Action;

/** What comes out of the printer, for whom, and what is left out. */
@ExtendWith(Stages.class)
final class SlipScenario {
  private static final int UNLINKED = 20;

  @Test
  void receiptSpeaksTheLanguageOfThePatron(KioskStage stage) {
    stage.run().press(Action.LANGUAGES);
    stage.run().press(Action.PICK_3);
    stage.beginLending(Library.PATRON);
    stage.run().scan(Library.BOOK);
    stage.run().press(Action.FINISH_WITH_RECEIPT);
    stage.run().press(Action.FINISH);
    stage.beginLending(Library.NEIGHBOUR);
    stage.run().scan(Library.OTHER_BOOK);
    stage.run().press(Action.FINISH_WITH_RECEIPT);

    assertTrue(printed(stage.run().printer(), 0).contains("due 05 Dec"));
    assertTrue(
        printed(stage.run().printer(), 1).contains("返却日 12/05"),
        "the next patron's is not English");
  }

  @Test
  void refusedPatronTakesTheCodeToTheCounter(KioskStage stage) {
    stage.readCard(CardVariant.NORMAL, UNLINKED);
    stage.run().expectRefusal("E-101");
    stage.run().press(Action.PRINT_SLIP);
    stage.run().kiosk().type('3');

    String slip = printed(stage.run().printer(), 0);
    assertTrue(slip.contains("番号 E-101"), slip);
    assertTrue(slip.contains("総合カウンター"), slip);
    assertFalse(slip.contains("*"), slip);
    assertEquals(1, stage.run().printer().printed().size(), "pressed twice, printed once");
    assertTrue(stage.rows().contains("紙をお取りください"), stage.rows());
    stage.run().liftCard();
    stage.leaveRefusal();
  }

  @Test
  void slipThatDoesNotComeOutIsSaid(KioskStage stage) {
    stage.run().printer().become(PrinterStatus.PAPER_OUT);
    stage.readCard(CardVariant.NORMAL, UNLINKED);
    stage.run().press(Action.PRINT_SLIP);

    assertTrue(stage.rows().contains("E-304"), stage.rows());
    assertTrue(stage.rows().contains("E-101"), stage.rows());
    assertEquals(List.of(), stage.run().printer().printed());
  }

  @Test
  void whatThePatronCanMendAloneNeedsNoPaper(KioskStage stage) {
    stage.readCard(CardVariant.TRANSIT, Library.PATRON);
    stage.run().expectRefusal("E-110");

    assertFalse(stage.rows().contains("番号の紙を出す"), stage.rows());
  }

  @Test
  void receiptListsOtherLoansWhereTheLibraryWantsIt(KioskStage stage) throws Exception {
    stage.borrow(Library.PATRON, Library.BOOK);
    stage.run().sync();
    try (SimCardReader reader = new SimCardReader("another reader", _ -> {});
        SimScanner scanner = SimScanner.pluggedIn("another scanner");
        SimPrinter printer = new SimPrinter(48)) {
      ScriptedKiosk kiosk = listing(stage, reader, scanner, printer);
      borrow(kiosk, scanner, Library.OTHER_BOOK);
      String receipt = printed(printer, 0);
      assertTrue(receipt.contains("今回の貸出 1点"), receipt);
      assertTrue(receipt.contains("ほかに借りている本"), receipt);
      assertTrue(receipt.contains(Library.TITLE), receipt);
      assertEquals(1, occurrences(receipt, Library.OTHER_TITLE), receipt);

      stage.run().centralDown();
      borrow(kiosk, scanner, Library.BOOKS.get(1));
      String offline = printed(printer, 1);
      assertTrue(offline.contains("ほかの本の返却日は\n今わかりません"), offline);
      assertTrue(offline.contains("借りている本 "), offline);
      assertFalse(offline.contains(Library.TITLE + " "), offline);
    }
  }

  private static ScriptedKiosk listing(
      KioskStage stage, SimCardReader reader, SimScanner scanner, SimPrinter printer) {
    Assembly.Manner manner = new Assembly.Manner(
        SampleStates.RULES,
        new Catalogue(),
        SampleStates.SITE,
        Theme.standard(),
        new Assembly.Slips(true, true, true));
    return new ScriptedKiosk(
        manner,
        new Devices(reader, scanner, printer, new SimSignal()),
        stage.run().services(),
        new VirtualTime(DemoStation.TODAY, DemoStation.ZONE),
        (_, _) -> {});
  }

  private static void borrow(ScriptedKiosk kiosk, SimScanner scanner, String item) {
    scanner.scan(Library.LIBRARY_CARD);
    kiosk.settle();
    scanner.scan(item);
    kiosk.settle();
    kiosk.press(Action.FINISH_WITH_RECEIPT);
    kiosk.settle();
    kiosk.press(Action.FINISH);
    kiosk.pass(Duration.ofSeconds(1));
    assertTrue(kiosk.screen() instanceof Screen.Idle, kiosk.screen().toString());
  }

  private static String printed(SimPrinter printer, int number) {
    return String.join("\n", printer.printed().get(number).lines());
  }

  private static int occurrences(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }
}
