package org.kashidashi.kiosk.diagnosis.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kashidashi.hal.display.TestCard;
import org.kashidashi.kiosk.diagnosis.Cause;
import org.kashidashi.kiosk.diagnosis.Condition;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.Fact;
import org.kashidashi.kiosk.diagnosis.Hint;
import org.kashidashi.kiosk.diagnosis.Part;
import org.kashidashi.kiosk.diagnosis.Subject;

/** Colours and edges on the panel, for a person to look at, and how long painting takes. */
public final class DisplayCheck implements CheckRun {
  /** A whole picture of another colour; screens change less. */
  private static final double SLOW_MILLISECONDS = 500;

  private final Glass glass;
  private final Pause pause;
  private final Duration look;

  /**
   * @param look how long each picture stays
   */
  public DisplayCheck(Glass glass, Pause pause, Duration look) {
    this.glass = glass;
    this.pause = pause;
    this.look = look;
  }

  @Override
  public Condition run(Consumer<Hint> hints) throws DiagnosisException, InterruptedException {
    glass.take();
    try {
      return shown(hints);
    } finally {
      glass.giveBack();
    }
  }

  private Condition shown(Consumer<Hint> hints) throws DiagnosisException, InterruptedException {
    TestCard.Picture[] pictures = TestCard.Picture.values();
    double longest = 0;
    int step = 0;
    for (TestCard.Picture picture : pictures) {
      Optional<Double> took = glass.show(picture);
      if (took.isEmpty()) {
        return Condition.bad(Part.DISPLAY, Cause.DISPLAY_MISSING);
      }
      longest = Math.max(longest, took.get());
      step++;
      hints.accept(new Hint(wish(picture), step, pictures.length));
      pause.await(look);
    }
    Fact[] facts = facts(longest);
    return longest > SLOW_MILLISECONDS
        ? Condition.doubtful(Part.DISPLAY, Cause.DISPLAY_SLOW, facts)
        : Condition.good(Part.DISPLAY, facts);
  }

  private Fact[] facts(double longest) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.number(Subject.PAINT_TIME, longest));
    glass.pixels().ifPresent(pixels -> {
      facts.add(Fact.number(Subject.PIXELS_WIDE, pixels.wide()));
      facts.add(Fact.number(Subject.PIXELS_HIGH, pixels.high()));
    });
    return facts.toArray(Fact[]::new);
  }

  private static Hint.Wish wish(TestCard.Picture picture) {
    return switch (picture) {
      case RED -> Hint.Wish.LOOK_AT_RED;
      case GREEN -> Hint.Wish.LOOK_AT_GREEN;
      case BLUE -> Hint.Wish.LOOK_AT_BLUE;
      case WHITE -> Hint.Wish.LOOK_AT_WHITE;
      case BLACK -> Hint.Wish.LOOK_AT_BLACK;
      case EDGES -> Hint.Wish.LOOK_AT_EDGES;
    };
  }
}
