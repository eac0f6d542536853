package org.kashidashi.kiosk.diagnosis.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Subject;

/** Whether touches land on their targets. */
public final class TouchCheck implements CheckRun {
  /** A cell is twice as high as wide; a finger is not felt more exactly. */
  private static final double FAR_CELL_WIDTHS = 4;

  private final Glass glass;
  private final Touches touches;

  public TouchCheck(Glass glass, LongSupplier nanoTime) {
    this.glass = glass;
    this.touches = new Touches(glass, nanoTime);
  }

  @Override
  public Condition run(Consumer<Hint> hints) throws DiagnosisException, InterruptedException {
    if (!glass.touchable()) {
      return Condition.absent(Part.TOUCH);
    }
    glass.take();
    try {
      return judged(touches.collect(hints));
    } finally {
      glass.giveBack();
    }
  }

  private Condition judged(List<Touches.Touch> felt) {
    if (felt.size() < touches.count()) {
      return Condition.bad(Part.TOUCH, Cause.NOTHING_TOUCHED);
    }
    double furthest = felt.stream().mapToDouble(TouchCheck::cellWidths).max().orElse(0);
    List<Fact> facts = new ArrayList<>();
    glass
        .pixels()
        .filter(pixels -> pixels.millimetresPerPixel() > 0)
        .ifPresent(pixels -> facts.add(Fact.number(
            Subject.DEVIATION, furthest * pixels.cellWidth() * pixels.millimetresPerPixel())));
    Fact[] measured = facts.toArray(Fact[]::new);
    return furthest > FAR_CELL_WIDTHS
        ? Condition.bad(Part.TOUCH, Cause.TOUCH_OFF, measured)
        : Condition.good(Part.TOUCH, measured);
  }

  private static double cellWidths(Touches.Touch touch) {
    double across = touch.felt().column() - touch.target().column();
    double down = 2.0 * (touch.felt().row() - touch.target().row());
    return Math.hypot(across, down);
  }
}
