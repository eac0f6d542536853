package org.kashidashi.hal.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kashidashi.hal.display.CellPicture;
import org.kashidashi.hal.printer.Slip;

class PictureComparisonTest {
  private final SlipPicture slips = new SlipPicture(CellPicture.standard());

  @Test
  void findsNoDifferenceInSamePicture() {
    assertEquals(new PictureComparison(0, 0), PictureComparison.of(slip("返却日"), slip("返却日")));
  }

  @Test
  void noticesOneOtherCharacterOnWholeScreen() {
    String row = "日本の図書館の本".repeat(3);
    List<String> rows = java.util.Collections.nCopies(22, row);
    List<String> changed = new java.util.ArrayList<>(rows);
    changed.set(20, row.replace("書館の本日", "書館の木日"));
    PictureComparison comparison =
        PictureComparison.of(slips.of(new Slip(rows), 60), slips.of(new Slip(changed), 60));
    assertTrue(comparison.largest() > PictureComparison.VISIBLE_DIFFERENCE);
    assertFalse(comparison.isSame(), comparison.toString());
  }

  @Test
  void toleratesSlightlyOtherShade() {
    BufferedImage picture = slip("返却日");
    BufferedImage other = slip("返却日");
    other.setRGB(0, 0, other.getRGB(0, 0) ^ 0x0F);
    assertTrue(PictureComparison.of(picture, other).isSame());
    assertEquals(15, PictureComparison.of(picture, other).largest());
  }

  @Test
  void takesOtherSizeForOtherPicture() {
    assertFalse(
        PictureComparison.of(slip("返却日"), slips.of(new Slip(List.of("a")), 20)).isSame());
  }

  private BufferedImage slip(String line) {
    return slips.of(new Slip(List.of(line)), 32);
  }
}
