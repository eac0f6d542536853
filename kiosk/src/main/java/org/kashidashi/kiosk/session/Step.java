package org.kashidashi.kiosk.session;

import java.util.List;

/**
 * What one event leads to.
 *
 * @param effects in the order in which they are to be done
 * @param handled whether the state had anything to say to the event
 */
public record Step(KioskState next, List<Effect> effects, boolean handled) {
  public Step {
    effects = List.copyOf(effects);
  }

  static Step to(KioskState next, Effect... effects) {
    return new Step(next, List.of(effects), true);
  }

  static Step ignored(KioskState state) {
    return new Step(state, List.of(), false);
  }
}
