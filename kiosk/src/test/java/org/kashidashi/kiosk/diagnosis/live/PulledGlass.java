package org.kashidashi.kiosk.diagnosis.live;

import java.time.Duration;
import java.util.Optional;
import org.kashidashi.hal.display.TestCard;
import org.kashidashi.kiosk.diagnosis.check.Glass;

/** A panel of which nothing can be shown and nothing felt. */
final class PulledGlass implements Glass {
  @Override
  public int columns() {
    return 60;
  }

  @Override
  public int rows() {
    return 22;
  }

  @Override
  public Optional<Pixels> pixels() {
    return Optional.empty();
  }

  @Override
  public boolean touchable() {
    return true;
  }

  @Override
  public Optional<Double> show(TestCard.Picture picture) {
    return Optional.empty();
  }

  @Override
  public boolean showTarget(int column, int row) {
    return false;
  }

  @Override
  public Optional<Tap> await(Duration timeout) {
    return Optional.empty();
  }

  @Override
  public void take() {
    // Nobody else has it.
  }

  @Override
  public void giveBack() {
    // Nobody else has it.
  }
}
