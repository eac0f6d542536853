package org.kashidashi.sync.registry.sim;

import java.time.Duration;
import org.kashidashi.sync.registry.Introduction;
import org.kashidashi.sync.registry.Resolution;
import org.kashidashi.sync.registry.SignatureStanding;

/** What is the matter with the simulated authority. */
public sealed interface AuthorityTrouble {
  record Nothing() implements AuthorityTrouble {}

  record Down() implements AuthorityTrouble {}

  /** Every answer takes so long; beyond the time limit there is none. */
  record Slow(Duration delay) implements AuthorityTrouble {}

  /** Whose certificate this is gets this answer, whoever is asked about; the rest is answered. */
  record Wrong(Resolution answer) implements AuthorityTrouble {}

  /** Every proof gets this answer; the rest is answered. */
  record WrongIntroduction(Introduction answer) implements AuthorityTrouble {}

  /** Every signature certificate stands like this; the rest is answered. */
  record WrongStanding(SignatureStanding answer) implements AuthorityTrouble {}
}
