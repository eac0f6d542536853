package org.kashidashi.kiosk.diagnosis;

import java.util.Comparator;
import java.util.List;

/**
 * How a machine is, part by part.
 *
 * @param conditions one for each part that anybody knows of, in the order of {@link Part}
 */
public record Health(ServiceMode mode, List<Condition> conditions) {
  public Health {
    conditions = List.copyOf(conditions);
  }

  /** What has to be mended, the worst first. */
  public List<Condition> troubles() {
    return conditions.stream()
        .filter(condition -> condition.cause() != Cause.NONE)
        .sorted(Comparator.comparing(Condition::standing).reversed())
        .toList();
  }
}
