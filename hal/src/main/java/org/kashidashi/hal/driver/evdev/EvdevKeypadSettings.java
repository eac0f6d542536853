package org.kashidashi.hal.driver.evdev;

/**
 * Which keyboard is the ten-key pad.
 *
 * @param keymap where its * and # are, if it has them beside the number block
 */
public record EvdevKeypadSettings(InputRule rule, Keymap keymap, EnterKey enter) {
  /** What Enter stands for. */
  public enum EnterKey {
    /** The same as #, "go on": most ten-key pads have an Enter and no #. */
    CONFIRMS,
    /** Nothing: for a pad with a # of its own whose Enter is pressed by mistake. */
    IGNORED
  }
}
