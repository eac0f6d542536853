package org.kashidashi.hal.driver.evdev;

import java.time.Duration;
import java.util.Optional;

/**
 * Tells which touches are taps: the finger is lifted near where it was put down, in time. A tap is
 * where the finger was last.
 */
final class TapRecognizer {
  /** A finger that comes back sooner has not been away: the contact bounced. */
  static final Duration BOUNCE = Duration.ofMillis(30);

  /** What lies on the glass for longer is a bag or a sleeve. */
  static final Duration LONGEST = Duration.ofSeconds(10);

  /**
   * How far a finger may wander, as a share of the glass's diagonal: 13 mm on 10 inches, 9 mm on 7.
   * Old hands roll and tremble that much; a button is at least 20 mm.
   */
  static final double SLOP = 0.05;

  private final double width;
  private final double height;
  private Touch touch = new Away(0, false);

  private sealed interface Touch {}

  /** Nothing is on the glass; {@code before} says whether something was, and when it was lifted. */
  private record Away(long liftedNanos, boolean before) implements Touch {}

  private record Down(GlassPoint start, GlassPoint last, long startNanos) implements Touch {}

  /** Something is on the glass that is no tap whatever it does. */
  private record Ignored() implements Touch {}

  /** Takes the glass's size, in a unit that is the same in both directions. */
  TapRecognizer(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /** A finger is at this point. */
  void touched(GlassPoint point, long nanos) {
    touch = switch (touch) {
      case Away(long lifted, boolean before) ->
        before && nanos - lifted < BOUNCE.toNanos() ? new Ignored() : new Down(point, point, nanos);
      case Down(GlassPoint start, GlassPoint _, long since) ->
        isNear(start, point) ? new Down(start, point, since) : new Ignored();
      case Ignored ignored -> ignored;
    };
  }

  /** No finger is there. */
  Optional<GlassPoint> lifted(long nanos) {
    Touch ended = touch;
    if (ended instanceof Away) {
      return Optional.empty();
    }
    touch = new Away(nanos, true);
    return switch (ended) {
      case Down(GlassPoint _, GlassPoint last, long since) ->
        nanos - since <= LONGEST.toNanos() ? Optional.of(last) : Optional.empty();
      case Away _, Ignored _ -> Optional.empty();
    };
  }

  /** Begins anew, because something of the touch is not known. */
  void forget(boolean somethingIsThere) {
    touch = somethingIsThere ? new Ignored() : new Away(0, false);
  }

  private boolean isNear(GlassPoint start, GlassPoint point) {
    double right = (point.x() - start.x()) * width;
    double down = (point.y() - start.y()) * height;
    return Math.hypot(right, down) <= SLOP * Math.hypot(width, height);
  }
}
