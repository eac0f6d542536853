package org.kashidashi.kiosk.session;

import java.time.Duration;
import org.kashidashi.kiosk.session.SessionState.Finished.ReceiptOutcome;

/**
 * The limits that a library may set.
 *
 * @param idle how long a person may be quiet before they are asked, 20 s to 10 min
 * @param warning how long they are asked before the session ends, 20 s to 2 min (WCAG 2.2.1)
 * @param finished how long the last screen stays, 5 s to 1 min
 * @param cardLift when the card has to leave the reader
 * @param itemsMaximum how many items one session may hold, 1 to 100: more is no patron
 * @param errorSlips whether a refused patron can have a slip for the counter
 * @param offers what the machine offers
 */
public record SessionRules(
    Duration idle,
    Duration warning,
    Duration finished,
    CardLift cardLift,
    int itemsMaximum,
    boolean errorSlips,
    Offers offers) {
  /** Whoever needs large text may need more time as well, and listening takes longer still. */
  private static final int SLOW_FACTOR = 3;

  /** When the card has to leave the reader. */
  public enum CardLift {
    BEFORE_ITEMS,
    AT_END
  }

  public static SessionRules standard() {
    return new SessionRules(
        Duration.ofSeconds(60),
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        CardLift.BEFORE_ITEMS,
        100,
        true,
        Offers.standard());
  }

  public SessionRules {
    check("idle time", idle, 20, 600);
    check("warning time", warning, 20, 120);
    check("time of the last screen", finished, 5, 60);
    if (itemsMaximum < 1 || itemsMaximum > 100) {
      throw new IllegalArgumentException(
          "%d items a session, need 1 to 100".formatted(itemsMaximum));
    }
  }

  /** How long whoever has asked for this may be quiet. */
  public Duration idle(Preferences preferences) {
    boolean slow = preferences.large() || preferences.speech();
    return slow ? idle.multipliedBy(SLOW_FACTOR) : idle;
  }

  /**
   * How long the last screen stays: long enough to be heard to its end, and without a receipt long
   * enough to write the dates down.
   */
  public Duration lastScreen(ReceiptOutcome receipt, Preferences preferences) {
    if (receipt == ReceiptOutcome.FAILED) {
      return idle(preferences);
    }
    return preferences.speech() ? finished.multipliedBy(SLOW_FACTOR) : finished;
  }

  /** The same limits at a machine that offers this. */
  public SessionRules offering(Offers others) {
    return new SessionRules(idle, warning, finished, cardLift, itemsMaximum, errorSlips, others);
  }

  private static void check(String what, Duration value, int leastSeconds, int mostSeconds) {
    if (value.toSeconds() < leastSeconds || value.toSeconds() > mostSeconds) {
      throw new IllegalArgumentException("%s of %d s, need %d to %d s"
          .formatted(what, value.toSeconds(), leastSeconds, mostSeconds));
    }
  }
}
