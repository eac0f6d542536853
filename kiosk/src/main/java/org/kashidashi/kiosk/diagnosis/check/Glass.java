package org.kashidashi.kiosk.diagnosis.check;

import java.time.Duration;
import java.util.Optional;
import org.kashidashi.hal.display.TestCard;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;

/** The panel as a check uses it, wherever its display and its inputs are. */
public interface Glass {
  int columns();

  int rows();

  /** Where its pixels are known. */
  Optional<Pixels> pixels();

  /** Whether taps can come at all. */
  boolean touchable();

  /** Shows a picture, and says how many milliseconds that took; empty if the panel is gone. */
  Optional<Double> show(TestCard.Picture picture) throws DiagnosisException, InterruptedException;

  /** Shows a target in this cell; false if the panel is gone. */
  boolean showTarget(int column, int row) throws DiagnosisException, InterruptedException;

  /** Waits for the next tap, at most {@code timeout}. */
  Optional<Tap> await(Duration timeout) throws DiagnosisException, InterruptedException;

  /** From now on the panel is the check's, up to {@link #giveBack}. */
  void take() throws DiagnosisException, InterruptedException;

  /** Puts back what was shown before, and forgets taps that nobody awaited. */
  void giveBack() throws DiagnosisException, InterruptedException;

  /** A cell of normal text; the top left is (0, 0). */
  record Tap(int column, int row) {}

  /**
   * The glass behind the cells.
   *
   * @param wide of the whole glass
   * @param high of the whole glass
   * @param left of the first column
   * @param top above the first row
   * @param cellWidth of a cell of normal text
   * @param cellHeight of a cell of normal text
   * @param millimetresPerPixel 0 where the size of the glass is not known
   */
  record Pixels(
      int wide,
      int high,
      int left,
      int top,
      int cellWidth,
      int cellHeight,
      double millimetresPerPixel) {}
}
