package org.kashidashi.hal.input;

/** Switches under test, and the hands that move them. */
public interface SwitchesBench extends AutoCloseable {
  Switches switches();

  /** Presses the button that calls staff, and holds it. */
  void press();

  void release();

  void openDoor();

  void shutDoor();

  @Override
  void close();
}
