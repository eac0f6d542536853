package org.kashidashi.hal.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.display.CellPicture;
import org.kashidashi.hal.printer.NoPrinter;
import org.kashidashi.hal.printer.PrinterBench;
import org.kashidashi.hal.printer.PrinterException;
import org.kashidashi.hal.printer.PrinterStatus;
import org.kashidashi.hal.printer.ReceiptPrinter;
import org.kashidashi.hal.printer.ReceiptPrinterContract;
import org.kashidashi.hal.printer.Slip;

class SimPrinterTest extends ReceiptPrinterContract {
  private final SimPrinter printer = new SimPrinter(32);

  @Override
  protected PrinterBench bench() {
    SimPrinter contracted = new SimPrinter(32);
    return new PrinterBench() {
      @Override
      public ReceiptPrinter printer() {
        return contracted;
      }

      @Override
      public List<List<String>> slips() {
        return contracted.printed().stream().map(Slip::lines).toList();
      }

      @Override
      public void endPaperAfter(int lines) {
        contracted.endPaperAfter(lines);
      }

      @Override
      public void openCover() {
        contracted.become(PrinterStatus.COVER_OPEN);
      }

      @Override
      public void seeToIt() {
        contracted.become(PrinterStatus.READY);
      }

      @Override
      public void unplug() {
        contracted.become(PrinterStatus.OFFLINE);
      }

      @Override
      public void unplugAfter(int lines) {
        contracted.breakOffAfter(lines);
      }

      @Override
      public void replug() {
        contracted.become(PrinterStatus.READY);
      }

      @Override
      public void stall() {
        contracted.become(PrinterStatus.OFFLINE);
      }

      @Override
      public void recover() {
        contracted.become(PrinterStatus.READY);
      }

      @Override
      public void sendGarbage() {
        // No bytes lie between this printer and us.
      }

      @Override
      public void close() {
        contracted.close();
      }
    };
  }

  @Test
  void keepsWhatWasTornOff() {
    printer.endPaperAfter(1);
    assertThrows(PrinterException.class, () -> printer.print(new Slip(List.of("a", "b"))));
    assertEquals(List.of("a"), printer.torn().getFirst().lines());
    assertEquals(List.of(), printer.printed());
  }

  @Test
  void drawsSlipOnItsPaper() {
    BufferedImage picture =
        printer.picture(new Slip(List.of("a")), new SlipPicture(CellPicture.standard()));
    assertEquals((32 + 2) * 16, picture.getWidth());
    assertEquals(3 * 32, picture.getHeight());
  }

  @Test
  void isNoPrinterWhenThereIsNone() {
    try (NoPrinter none = new NoPrinter()) {
      assertEquals(PrinterStatus.OFFLINE, none.status());
      assertThrows(PrinterException.class, () -> none.print(new Slip(List.of("a"))));
    }
  }
}
