package org.kashidashi.hal.input;

/** A panel under test, and the fingers on it. */
public interface PanelBench extends AutoCloseable {
  PanelInput input();

  void tap(int column, int row);

  void type(String keys);

  /** Whoever runs the panel closes it. */
  void hangUp();

  void unplug();

  void replug();

  @Override
  void close();
}
