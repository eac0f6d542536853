package org.kashidashi.kiosk.config.mistake;

/** What stands in the words of every language, under its family and its name. */
public sealed interface Term permits Problem, Remedy, Allowed {
  /** Of the constant. */
  String name();

  /** This, with the facts that its words have room for: in order, told as they are. */
  default Wording with(Object... facts) {
    return Wording.of(this, facts);
  }

  /** Under which the words stand. */
  default String key() {
    return getClass().getSimpleName() + "." + name();
  }
}
