package org.kashidashi.kiosk.config;

/** Which layout a keyboard has, or a scanner believes to have. */
public enum Keymap {
  US,
  JP
}
