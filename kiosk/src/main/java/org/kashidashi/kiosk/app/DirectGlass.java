package org.kashidashi.kiosk.app;

import java.time.Duration;
import java.util.Optional;
import org.kashidashi.hal.display.TestCard;
import org.kashidashi.hal.input.PanelEvent;
import org.kashidashi.kiosk.diagnosis.DiagnosisException;
import org.kashidashi.kiosk.diagnosis.check.Glass;
import org.kashidashi.kiosk.diagnosis.check.Place;

/** A panel that no kiosk holds, as a check uses it. One thread. */
final class DirectGlass implements Glass {
  private final Panel panel;
  private final ThreadedGlass pictures;

  DirectGlass(Panel panel, boolean touchable) {
    this.panel = panel;
    this.pictures = new ThreadedGlass(panel, Place.here(), () -> {}, touchable);
  }

  @Override
  public int columns() {
    return pictures.columns();
  }

  @Override
  public int rows() {
    return pictures.rows();
  }

  @Override
  public Optional<Pixels> pixels() {
    return pictures.pixels();
  }

  @Override
  public boolean touchable() {
    return pictures.touchable() && !panel.inputs().isEmpty();
  }

  @Override
  public Optional<Double> show(TestCard.Picture picture)
      throws DiagnosisException, InterruptedException {
    return pictures.show(picture);
  }

  @Override
  public boolean showTarget(int column, int row) throws DiagnosisException, InterruptedException {
    return pictures.showTarget(column, row);
  }

  /** The touch panel is the first of a panel's inputs. */
  @Override
  public Optional<Tap> await(Duration timeout) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("broken off");
    }
    return panel
        .inputs()
        .getFirst()
        .await(timeout)
        .flatMap(event -> event instanceof PanelEvent.Tapped(int column, int row)
            ? Optional.of(new Tap(column, row))
            : Optional.empty());
  }

  @Override
  public void take() {
    // Nobody else holds it.
  }

  @Override
  public void giveBack() {
    // The panel is closed after the check.
  }
}
