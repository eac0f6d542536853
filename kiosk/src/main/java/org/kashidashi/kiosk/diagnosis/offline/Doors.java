package org.kashidashi.kiosk.diagnosis.offline;

import org.kashidashi.kiosk.diagnosis.Check;
import org.kashidashi.kiosk.diagnosis.check.CheckRun;
import org.kashidashi.kiosk.diagnosis.check.TouchCorrection;

/** Opens the devices that the configuration names, each for one check. */
public interface Doors {
  /** A check and the devices that it holds. */
  record Opened(CheckRun run, Runnable closing) implements AutoCloseable {
    @Override
    public void close() {
      closing.run();
    }
  }

  /** The way to a correction of touches, and the devices that it holds. */
  record Correcting(TouchCorrection correction, Runnable closing) implements AutoCloseable {
    @Override
    public void close() {
      closing.run();
    }
  }

  /** Whether the configuration has what is to be checked. */
  boolean has(Check check);

  /**
   * Opens what the check needs.
   *
   * @throws MissingDeviceException it cannot be opened
   */
  Opened open(Check check) throws MissingDeviceException;

  /**
   * Opens the panel for a correction of its touches.
   *
   * @throws MissingDeviceException the panel's display cannot be opened
   */
  Correcting correcting() throws MissingDeviceException;
}
