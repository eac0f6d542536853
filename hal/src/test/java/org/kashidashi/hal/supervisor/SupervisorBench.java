package org.kashidashi.hal.supervisor;

import java.util.List;

/** A supervisor under test, and the manager that listens to it. */
public interface SupervisorBench extends AutoCloseable {
  Supervisor supervisor();

  /** What the manager has heard so far, in order: ready, alive, stopping, or status and its text. */
  List<String> heard();

  @Override
  void close();
}
