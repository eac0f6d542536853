package org.kashidashi.kiosk.diagnosis;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** What is done to the machine as a whole, past the kiosk. One thread. */
public interface MachineControl {
  /** The most lines that {@link #log} tells. */
  int LOG_MAXIMUM = 500;

  /** The latest lines of the log, oldest first; printable, and bounded in length. */
  List<String> log(int lines) throws IOException;

  /**
   * Writes the log and the audit trail to the stick that is plugged in.
   *
   * @return the file's name on the stick
   * @throws StickException there is none, or it is full
   */
  String exportLog() throws IOException;

  /**
   * Moves the audit trail of all months but the latest to the stick that is plugged in, which makes
   * room on the disk. What was moved before the stick is full stays moved.
   *
   * @return the files' names on the stick
   * @throws StickException there is none, or it is full
   */
  List<String> clearLog() throws IOException;

  /**
   * Writes the list of what waits, without what it is about, to the stick that is plugged in.
   *
   * @return the file's name on the stick
   * @throws StickException there is none, or it is full
   */
  String exportQueue(List<Waiting> queue) throws IOException;

  /**
   * Makes the machine known to the library system, by a code that the library gave out.
   *
   * @return the last day of its identity, unless it renews itself
   * @throws IOException it was refused, or nobody answered; the message says what to do
   */
  LocalDate enrol(String code) throws IOException;

  /** Stops the kiosk and starts it again; returns once the service manager has taken the order. */
  void restartKiosk() throws IOException;

  /** Restarts the machine; returns once the service manager has taken the order. */
  void reboot() throws IOException;

  /**
   * Overwrites the file system of the data as a whole, makes it anew, and restarts the machine.
   * Whether loans wait is for the caller to ask before. Returns once the order is taken.
   *
   * @param before what the machine becomes again if nothing can be overwritten; the caller has
   *     closed it
   */
  void factoryReset(ServiceMode before) throws IOException;
}
