package org.kashidashi.hal.driver.escpos;

import java.util.List;
import org.kashidashi.hal.display.FontList;
import org.kashidashi.hal.printer.Slip;

/** A program that draws one slip for a printer, and says how many bytes that takes. */
final class SlipPrintout {
  private SlipPrintout() {}

  public static void main(String[] arguments) {
    try (SlipRaster raster = new SlipRaster(FontList.debian(), 32)) {
      Slip slip = new Slip(List.of("貸出レシート", "返却期限 2026-12-04", "한국 请"));
      System.out.println(
          raster.bands(slip).stream().mapToInt(band -> band.length).sum());
    }
  }
}
