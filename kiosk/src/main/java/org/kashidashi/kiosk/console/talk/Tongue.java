package org.kashidashi.kiosk.console.talk;

/** A language of the console. */
public enum Tongue {
  JA,
  EN
}
