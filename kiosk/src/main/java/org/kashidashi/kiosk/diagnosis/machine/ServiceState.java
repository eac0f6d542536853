package org.kashidashi.kiosk.diagnosis.machine;

import org.kashidashi.kiosk.diagnosis.Condition;

/** What the service manager knows of the kiosk. */
public interface ServiceState {
  /** How the program is: stopped, failing again and again, or running without an answer. */
  Condition kiosk();
}
