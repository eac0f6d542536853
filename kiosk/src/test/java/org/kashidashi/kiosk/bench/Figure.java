package org.kashidashi.kiosk.bench;

import java.util.List;

/** Something that is measured, giving one figure or a few that belong together. */
interface Figure {
  /** The names of the figures it gives. */
  List<String> names();

  /**
   * Measures them.
   *
   * @throws SkippedException what they are measured on is not there
   */
  List<Measurement> measure() throws Exception;
}
