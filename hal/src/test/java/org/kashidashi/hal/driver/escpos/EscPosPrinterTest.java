package org.kashidashi.hal.driver.escpos;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.driver.escpos.EscPosSettings.Cut;
import org.kashidashi.hal.driver.escpos.EscPosSettings.Paper;
import org.kashidashi.hal.driver.escpos.PrinterLine.FlowControl;
import org.kashidashi.hal.escpos.EscPosPaper;
import org.kashidashi.hal.printer.PrinterBench;
import org.kashidashi.hal.printer.PrinterException;
import org.kashidashi.hal.printer.PrinterStatus;
import org.kashidashi.hal.printer.ReceiptPrinterContract;
import org.kashidashi.hal.printer.Slip;

class EscPosPrinterTest extends ReceiptPrinterContract {
  private static final Path GOLDEN =
      Path.of("src/test/resources/org/kashidashi/hal/driver/escpos/receipt-58mm.png");
  private static final Slip RECEIPT = new Slip(List.of(
      "市立図書館 貸出レシート   1号機",
      "2026-11-20 14:05",
      "貸出券番号 ****123",
      "-".repeat(32),
      "今回の貸出 2点",
      " 日本の図書館      返却日 12/05",
      " やさしい料理      返却日 12/05",
      "",
      "このレシートを本に はさんだまま",
      "返さないでください"));

  @TempDir
  private Path directory;

  private final EscPosPaper paper = new EscPosPaper(384);

  @Override
  protected PrinterBench bench() {
    return new PtyPrinterBench(directory.resolve("printer"), paper, settings("printer", true));
  }

  @AfterEach
  void printerKnewEverything() {
    assertEquals(List.of(), paper.refused());
  }

  @Test
  void drawsReceiptWithTheSameFontAsTheScreen() throws Exception {
    try (PtyPrinterBench bench = bench("golden", paper, true)) {
      bench.printer().print(RECEIPT);
      BufferedImage piece = paper.pieces().getFirst();
      assertTrue(bench.looksLike(piece, RECEIPT));
      if ("write".equals(System.getProperty("golden"))) {
        Files.createDirectories(GOLDEN.getParent());
        ImageIO.write(piece, "png", GOLDEN.toFile());
      }
      assertEquals(dots(ImageIO.read(GOLDEN.toFile())), dots(piece));
    }
  }

  @Test
  void saysThatSlipMayBeTornWhenPrinterStopsTakingBytes() throws Exception {
    try (PtyPrinterBench bench = bench("stall", paper, true)) {
      assertEquals(PrinterStatus.READY, bench.printer().status());
      bench.stall();
      Slip longest = new Slip(Collections.nCopies(Slip.MAXIMUM_LINES, "国".repeat(16)));
      assertThrows(PrinterException.class, () -> bench.printer().print(longest));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsPictureThatStalledBeforeTheNextSlip(boolean clearing) throws Exception {
    EscPosPaper stalling = new EscPosPaper(384, clearing);
    try (PtyPrinterBench bench = bench("within" + clearing, stalling, true)) {
      bench.stallAfter(3);
      PrinterException stalled =
          assertThrows(PrinterException.class, () -> bench.printer().print(RECEIPT));
      assertEquals(PrinterStatus.OFFLINE, stalled.status());
      bench.recover();
      assertEquals(PrinterStatus.READY, bench.printer().status());
      bench.printer().print(new Slip(List.of("a")));
      assertEquals(List.of(List.of("a")), bench.slips());
      assertEquals(2, stalling.pieces().size());
    }
  }

  @Test
  void sendsNoDotsThatPrinterTakesForCommand() {
    byte[] dots = {0x10, 0x04, 0x10, 0x10, 0x05, 0x10, 0x14, 0x10, 0x20};
    SlipRaster.widenCommands(dots);
    assertArrayEquals(new byte[] {0x18, 0x04, 0x10, 0x18, 0x05, 0x18, 0x14, 0x10, 0x20}, dots);
  }

  @Test
  void sendsOneOctetForEachRowOfWhiteLine() {
    try (SlipRaster raster = new SlipRaster(FontList.debian(), 32)) {
      assertEquals(8 + 24, raster.bands(new Slip(List.of(""))).getFirst().length);
      assertEquals(8 + 24 * 48, raster.bands(new Slip(List.of("国".repeat(16)))).getFirst().length);
    }
  }

  @Test
  void isReadyWhilePaperIsOnlyComingToItsEnd() throws Exception {
    try (PtyPrinterBench bench = bench("near", paper, true)) {
      paper.comeNearPaperEnd();
      assertEquals(PrinterStatus.READY, bench.printer().status());
      bench.printer().print(RECEIPT);
      assertEquals(List.of(RECEIPT.lines()), bench.slips());
    }
  }

  @Test
  void isOfflineWhileCutterIsStuck() {
    try (PtyPrinterBench bench = bench("error", paper, true)) {
      paper.fail();
      assertEquals(PrinterStatus.OFFLINE, bench.printer().status());
    }
  }

  @Test
  void partsRestOfSlipFromTheNextWhenPrinterCannotForgetIt() throws Exception {
    EscPosPaper keeping = new EscPosPaper(384, false);
    try (PtyPrinterBench bench = bench("keeping", keeping, true)) {
      bench.endPaperAfter(3);
      assertThrows(PrinterException.class, () -> bench.printer().print(RECEIPT));
      bench.seeToIt();
      assertEquals(PrinterStatus.READY, bench.printer().status());
      bench.printer().print(new Slip(List.of("a")));
      assertEquals(List.of(RECEIPT.lines(), List.of("a")), bench.slips());
    }
  }

  @ParameterizedTest
  @EnumSource
  void printsWithoutConfirmation(Cut cut) throws Exception {
    EscPosPaper wide = new EscPosPaper(576);
    EscPosSettings settings =
        new EscPosSettings(line("plain" + cut), Paper.MM_80, cut, false, Duration.ofSeconds(1));
    try (PtyPrinterBench bench =
        new PtyPrinterBench(directory.resolve("plain" + cut), wide, settings)) {
      assertEquals(48, bench.printer().columns());
      bench.printer().print(new Slip(List.of("国".repeat(24))));
      assertEquals(cut == Cut.NONE ? 24 + 120 : 24, wide.rowsPrinted());
      assertEquals(cut == Cut.NONE ? 0 : 1, wide.pieces().size());
      assertEquals(List.of(), wide.refused());
    }
  }

  @Test
  void startsCleanWhenSomebodyElsesPictureWasCutOff() throws Exception {
    EscPosPaper unclean = new EscPosPaper(384);
    var _ = unclean.accept((byte) 0x1D, (byte) 'v', (byte) '0', (byte) 0);
    var _ = unclean.accept((byte) 48, (byte) 0, (byte) 24, (byte) 0, (byte) 1, (byte) 2);
    try (PtyPrinterBench bench = bench("unclean", unclean, true)) {
      assertEquals(PrinterStatus.READY, bench.printer().status());
      bench.printer().print(new Slip(List.of("a")));
      BufferedImage piece = unclean.pieces().getFirst();
      int below = piece.getHeight() - SlipRaster.CELL_HEIGHT;
      assertTrue(bench.looksLike(
          piece.getSubimage(0, below, piece.getWidth(), SlipRaster.CELL_HEIGHT),
          new Slip(List.of("a"))));
    }
  }

  @Test
  void neverMakesTheLineItsControllingTerminal() throws Exception {
    assertEquals("0", HangupProbe.controllingTerminalAfterHangup());
  }

  @Test
  void refusesSettingsThatNoPrinterHas() {
    Path device = Path.of("/dev/ttyS0");
    assertThrows(
        IllegalArgumentException.class,
        () -> new PrinterLine.Serial(device, 9601, FlowControl.NONE));
    assertThrows(
        IllegalArgumentException.class,
        () -> new EscPosSettings(line("x"), Paper.MM_58, Cut.FULL, true, Duration.ofMinutes(2)));
  }

  private PtyPrinterBench bench(String name, EscPosPaper of, boolean confirming) {
    return new PtyPrinterBench(directory.resolve(name), of, settings(name, confirming));
  }

  private EscPosSettings settings(String name, boolean confirming) {
    return new EscPosSettings(
        line(name), Paper.MM_58, Cut.PARTIAL, confirming, Duration.ofSeconds(1));
  }

  private PrinterLine line(String name) {
    return new PrinterLine.Serial(directory.resolve(name), 115_200, FlowControl.NONE);
  }

  private static List<String> dots(BufferedImage picture) {
    return IntStream.range(0, picture.getHeight())
        .mapToObj(y -> IntStream.range(0, picture.getWidth())
            .mapToObj(x -> SlipRaster.isInk(picture.getRGB(x, y)) ? "#" : ".")
            .collect(Collectors.joining()))
        .toList();
  }
}
