package org.kashidashi.hal.input;

/** A guard under test, and the hands that plug keyboards. */
public interface GuardBench extends AutoCloseable {
  InputGuard guard();

  /** Plugs a keyboard of this name that no rule knows. */
  void plugStranger(String name);

  /** Plugs a keyboard of this name that a rule knows. */
  void plugNamed(String name);

  /** Presses keys on a stranger. */
  void typeOn(String name);

  void unplug(String name);

  @Override
  void close();
}
