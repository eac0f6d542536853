package org.kashidashi.central.registry;

import java.time.LocalDate;
import java.util.Optional;
import org.kashidashi.central.library.Reissue;

/** Since when a link counts that is made again, as after a reissue. Pure. */
public final class RelinkRule {
  private RelinkRule() {}

  /**
   * The day of the link.
   *
   * @param before when the same person was linked to the same library card, if they are
   */
  public static LocalDate madeOn(Optional<LocalDate> before, LocalDate today, Reissue reissue) {
    return switch (reissue) {
      case RELINK -> today;
      case INHERIT -> before.orElse(today);
    };
  }
}
