package org.kashidashi.sync.registry.sim;

import java.time.Duration;
import org.kashidashi.sync.registry.Resolution;

/** What is the matter with the simulated authority. */
public sealed interface AuthorityTrouble {
  record Nothing() implements AuthorityTrouble {}

  record Down() implements AuthorityTrouble {}

  /** Every answer takes so long; beyond the time limit there is none. */
  record Slow(Duration delay) implements AuthorityTrouble {}

  /** Every question gets this answer, whoever is asked about. */
  record Wrong(Resolution answer) implements AuthorityTrouble {}
}
