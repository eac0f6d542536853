package org.kashidashi.kiosk.screen.view;

import com.googlecode.lanterna.graphics.TextImage;
import java.util.List;
import java.util.Optional;
import org.kashidashi.kiosk.session.Action;

/** A screen as it is painted once, with the places that can be touched. */
public record Frame(TextImage image, List<Target> targets) {
  public Frame {
    targets = List.copyOf(targets);
  }

  /** What a tap on this cell means. */
  public Optional<Action> actionAt(int column, int row) {
    return targets.stream()
        .filter(target -> target.covers(column, row))
        .map(Target::action)
        .findFirst();
  }
}
