package org.kashidashi.central.registry;

import java.util.Set;

/**
 * A place of the library.
 *
 * @param name as people know it
 * @param counter where in the house its counter is
 * @param linking whether links are made there
 * @param hours as people are told
 * @param telephone as people are told
 * @param stations the ids of the kiosks and counters that stand there
 */
public record Site(
    String name,
    String counter,
    boolean linking,
    String hours,
    String telephone,
    Set<String> stations) {
  public Site {
    stations = Set.copyOf(stations);
  }

  /** Where a person is sent. */
  String direction() {
    return "%s %s (%s, %s)".formatted(name, counter, hours, telephone);
  }
}
