package org.kashidashi.hal.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ReceiptPrinter} keeps to. */
public abstract class ReceiptPrinterContract {
  private static final List<String> LINES = List.of("貸出レシート  1号機", " 日本の図書館    返却日 12/05");

  private PrinterBench bench;

  protected abstract PrinterBench bench();

  @BeforeEach
  void setUp() {
    bench = bench();
  }

  @AfterEach
  void tearDown() {
    bench.close();
  }

  @Test
  void printsEachSlipOnce() throws Exception {
    assertEquals(PrinterStatus.READY, bench.printer().status());
    bench.printer().print(new Slip(LINES));
    bench.printer().print(new Slip(List.of("a")));
    assertEquals(List.of(LINES, List.of("a")), bench.slips());
  }

  @Test
  void printsLineAsWideAsThePaperButNoWider() throws Exception {
    int columns = bench.printer().columns();
    List<String> widest = List.of("国".repeat(columns / 2), "x".repeat(columns));
    bench.printer().print(new Slip(widest));
    assertEquals(List.of(widest), bench.slips());
    Slip wider = new Slip(List.of("国".repeat(columns / 2) + "x"));
    assertThrows(IllegalArgumentException.class, () -> bench.printer().print(wider));
  }

  @Test
  void saysThatPaperEndedAndNeverRepeatsTheSlipByItself() throws Exception {
    bench.endPaperAfter(1);
    PrinterException ended =
        assertThrows(PrinterException.class, () -> bench.printer().print(new Slip(LINES)));
    assertEquals(PrinterStatus.PAPER_OUT, ended.status());
    assertEquals(PrinterStatus.PAPER_OUT, bench.printer().status());
    bench.seeToIt();
    assertEquals(PrinterStatus.READY, bench.printer().status());
    bench.printer().print(new Slip(List.of("a")));
    assertEquals(List.of(List.of("a")), bench.slips());
  }

  @Test
  void printsNothingWhileCoverIsOpen() throws Exception {
    bench.openCover();
    assertEquals(PrinterStatus.COVER_OPEN, bench.printer().status());
    PrinterException open =
        assertThrows(PrinterException.class, () -> bench.printer().print(new Slip(LINES)));
    assertEquals(PrinterStatus.COVER_OPEN, open.status());
    assertEquals(List.of(), bench.slips());
  }

  @Test
  void refusesControlCharacters() {
    Slip slip = new Slip(List.of("a\u001b@"));
    assertThrows(IllegalArgumentException.class, () -> bench.printer().print(slip));
  }

  @Test
  void isOfflineWhileUnpluggedAndFoundAgainWhenReplugged() throws Exception {
    bench.printer().print(new Slip(LINES));
    bench.unplug();
    assertEquals(PrinterStatus.OFFLINE, bench.printer().status());
    PrinterException gone =
        assertThrows(PrinterException.class, () -> bench.printer().print(new Slip(LINES)));
    assertEquals(PrinterStatus.OFFLINE, gone.status());
    bench.replug();
    assertEquals(PrinterStatus.READY, bench.printer().status());
    bench.printer().print(new Slip(List.of("a")));
    assertEquals(List.of(LINES, List.of("a")), bench.slips());
  }

  @Test
  void neverRepeatsSlipDuringWhichThePlugWasPulled() throws Exception {
    bench.unplugAfter(1);
    PrinterException gone =
        assertThrows(PrinterException.class, () -> bench.printer().print(new Slip(LINES)));
    assertEquals(PrinterStatus.OFFLINE, gone.status());
    bench.replug();
    assertEquals(PrinterStatus.READY, bench.printer().status());
    bench.printer().print(new Slip(List.of("a")));
    assertEquals(List.of(List.of("a")), bench.slips());
  }

  @Test
  void givesUpOnPrinterThatStallsAndPrintsAgainWhenItRecovers() throws Exception {
    bench.stall();
    assertEquals(PrinterStatus.OFFLINE, bench.printer().status());
    PrinterException stalled =
        assertThrows(PrinterException.class, () -> bench.printer().print(new Slip(LINES)));
    assertEquals(PrinterStatus.OFFLINE, stalled.status());
    bench.recover();
    assertEquals(PrinterStatus.READY, bench.printer().status());
    bench.printer().print(new Slip(List.of("a")));
    assertEquals(List.of(List.of("a")), bench.slips());
  }

  @Test
  void isNotConfusedByGarbage() throws Exception {
    bench.sendGarbage();
    assertEquals(PrinterStatus.READY, bench.printer().status());
    bench.sendGarbage();
    bench.printer().print(new Slip(LINES));
    bench.sendGarbage();
    bench.openCover();
    assertEquals(PrinterStatus.COVER_OPEN, bench.printer().status());
    assertEquals(List.of(LINES), bench.slips());
  }

  @Test
  void isOfflineOnceClosed() {
    bench.printer().close();
    bench.printer().close();
    assertEquals(PrinterStatus.OFFLINE, bench.printer().status());
    assertThrows(PrinterException.class, () -> bench.printer().print(new Slip(LINES)));
  }
}
