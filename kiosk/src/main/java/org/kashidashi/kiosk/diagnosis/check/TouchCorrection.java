package org.kashidashi.kiosk.diagnosis.check;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.DiagnosisException.NotNow;
import org.kashidashi.kiosk.diagnosis.Hint;

/**
 * Finds the correction that lets touches land on their targets.
 *
 * <p>What is felt is corrected and turned already, so the answer is the old correction and, behind
 * it, what is still missing, turned back.
 */
public final class TouchCorrection {
  private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0};

  /** Digits that a file holds: far finer than a finger. */
  private static final double ROUNDING = 1e6;

  private final Glass glass;
  private final Touches touches;
  private final List<Double> present;
  private final int rotation;

  /**
   * @param present the six numbers in use, or none
   * @param rotation degrees clockwise by which touches are turned after they are corrected
   */
  public TouchCorrection(Glass glass, List<Double> present, int rotation, LongSupplier nanoTime) {
    this.glass = glass;
    this.touches = new Touches(glass, nanoTime);
    this.present = List.copyOf(present);
    this.rotation = rotation;
  }

  /**
   * Lets a person touch the targets.
   *
   * @throws NotNow nobody touched them all
   */
  public List<Double> run(Consumer<Hint> hints) throws DiagnosisException, InterruptedException {
    List<Touches.Touch> felt;
    glass.take();
    try {
      felt = touches.collect(hints);
    } finally {
      glass.giveBack();
    }
    if (felt.size() < touches.count()) {
      throw new NotNow(NotNow.Reason.NOBODY_TOUCHED);
    }
    double[] missing = Affine.fitted(
        felt.stream().map(touch -> point(touch.felt())).toList(),
        felt.stream().map(touch -> point(touch.target())).toList());
    double[] old = present.isEmpty()
        ? IDENTITY
        : present.stream().mapToDouble(Double::doubleValue).toArray();
    double[] turn = Affine.turn(rotation);
    double[] all =
        Affine.after(Affine.inverse(turn), Affine.after(missing, Affine.after(turn, old)));
    return Arrays.stream(all)
        .mapToObj(number -> Math.rint(number * ROUNDING) / ROUNDING)
        .toList();
  }

  /** The middle of a cell, as a part of the glass. */
  private double[] point(Glass.Tap cell) {
    return glass
        .pixels()
        .map(pixels -> new double[] {
          (pixels.left() + (cell.column() + 0.5) * pixels.cellWidth()) / pixels.wide(),
          (pixels.top() + (cell.row() + 0.5) * pixels.cellHeight()) / pixels.high()
        })
        .orElseGet(() ->
            new double[] {(cell.column() + 0.5) / glass.columns(), (cell.row() + 0.5) / glass.rows()
            });
  }
}
