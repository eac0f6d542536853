package org.kashidashi.kiosk.diagnosis.machine;

import org.kashidashi.kiosk.diagnosis.Condition;

/** What the service manager knows of the program that serves patrons or staff. */
public interface ServiceState {
  /** How it is, asked anew; never fails, because whoever asks wants to know what is wrong. */
  Service now();

  /**
   * The program as a service.
   *
   * @param holds whether it has devices and database, or takes or leaves them at this moment: whoever
   *     opens them then stands in its way
   */
  record Service(boolean holds, Condition condition) {}
}
