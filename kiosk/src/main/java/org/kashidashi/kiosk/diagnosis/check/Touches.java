package org.kashidashi.kiosk.diagnosis.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.Hint;

/** Lets a person touch one target after the other. */
public final class Touches {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How far targets lie from the edges, as a part of the glass. */
  private static final int EDGE_PART = 6;

  private final Glass glass;
  private final LongSupplier nanoTime;

  /** A target and where a finger was felt. */
  record Touch(Glass.Tap target, Glass.Tap felt) {}

  public Touches(Glass glass, LongSupplier nanoTime) {
    this.glass = glass;
    this.nanoTime = nanoTime;
  }

  /** Each target that was touched: less than all if one was not in time, or the panel is gone. */
  List<Touch> collect(Consumer<Hint> hints) throws DiagnosisException, InterruptedException {
    List<Glass.Tap> targets = targets();
    List<Touch> touches = new ArrayList<>();
    for (Glass.Tap target : targets) {
      if (!glass.showTarget(target.column(), target.row())) {
        return touches;
      }
      hints.accept(new Hint(Hint.Wish.TOUCH_TARGET, touches.size() + 1, targets.size()));
      Optional<Glass.Tap> felt = next();
      if (felt.isEmpty()) {
        return touches;
      }
      touches.add(new Touch(target, felt.get()));
    }
    return touches;
  }

  int count() {
    return targets().size();
  }

  private Optional<Glass.Tap> next() throws DiagnosisException, InterruptedException {
    Wait wait = new Wait(nanoTime, PATIENCE);
    while (!wait.over()) {
      Optional<Glass.Tap> tap = glass.await(wait.slice());
      if (tap.isPresent()) {
        return tap;
      }
    }
    return Optional.empty();
  }

  private List<Glass.Tap> targets() {
    int left = Math.max(1, glass.columns() / EDGE_PART);
    int top = Math.max(1, glass.rows() / EDGE_PART);
    int right = glass.columns() - 1 - left;
    int bottom = glass.rows() - 1 - top;
    return List.of(
        new Glass.Tap(left, top),
        new Glass.Tap(right, top),
        new Glass.Tap(glass.columns() / 2, glass.rows() / 2),
        new Glass.Tap(left, bottom),
        new Glass.Tap(right, bottom));
  }
}
