package org.kashidashi.kiosk.diagnosis;

/**
 * What a person has to do or look at during a check.
 *
 * @param step from 1
 * @param steps how many there will be; 1 to 99
 */
public record Hint(Wish wish, int step, int steps) {
  /** Its words stand in the console's words. */
  public enum Wish {
    PUT_CARD,
    TAKE_CARD,
    SCAN,
    LOOK_AT_RED,
    LOOK_AT_GREEN,
    LOOK_AT_BLUE,
    LOOK_AT_WHITE,
    LOOK_AT_BLACK,
    /** A frame along the panel's edge, a cross, squares that must be square, letters of each size. */
    LOOK_AT_EDGES,
    TOUCH_TARGET,
    LOOK_AT_SLIP,
    LOOK_AT_READY_LAMP,
    LOOK_AT_READING_LAMP,
    LOOK_AT_ATTENTION_LAMP,
    LISTEN_TO_TONE,
    LISTEN_TO_VOICE
  }

  public Hint {
    if (step < 1 || steps > 99 || step > steps) {
      throw new IllegalArgumentException("step %d of %d, need 1 to 99".formatted(step, steps));
    }
  }
}
